import Model

/// Whether a new customer's name is a person's. A wrong "yes" would make a company a person, so it needs a given name
/// that people know, two to four words, and no word that only companies have.
public enum PersonName {
  private static let givenNames: Set<String> = Set(
    """
    aaron abby abdul abigail adam adele adrian agnes ahmed aisha alan albert alejandro alex alexander alexandra alexis alfred
    ali alice alicia alina alison allison amanda amber amelia amir amy ana anastasia andre andrea andreas andrew andy angela
    angelica anita anke ann anna anne annette annie anthony antje antonio april arjun arnold arthur ashley astrid audrey
    barbara bart beate beatrice ben benjamin bernd bernard beth betty bianca bill birgit bob bonnie boris brad brandon brenda
    brian bridget britta bruce bruno bryan caleb carl carla carlos carmen carol carolina caroline carsten catherine cecilia
    celine charles charlotte chen cheryl chloe chris christa christian christina christine christoph christopher cindy claire
    clara claudia cody colin connor craig cristina crystal cynthia dagmar daisy dan dana daniel daniela danielle darren dave
    david dawn dean deborah debra denis denise dennis derek diana diane diego dieter dirk dmitri dominic don donald donna doris
    dorothy doug douglas duncan dylan edgar edith eduardo edward eileen elaine elena eleanor eli elias elif elisa elizabeth
    ella ellen elsa emil emily emma enrique eric erica erik erika ernest esther ethan eugene eva evan evelyn fabian fatima
    felix fernando fiona florian frances francesca francis francisco frank franz fred frederick frieda fritz gabriel gabriela
    gareth gary gavin gemma geoff george georg gerald gerd gertrud gina giovanni giulia gloria gordon grace graham greg
    gregory greta guido gunther gustav guy hank hannah hans harald harold harriet harry hassan hazel heather hector heidi
    heike heiko heinrich heinz helen helena helga helmut henning henri henry herbert hermann hilda hiroshi holger holly horst
    howard hubert hugh hugo ian ibrahim ida ignacio igor ines inga ingo ingrid irene iris irina isaac isabel isabella ivan jack
    jackie jacob jacqueline jake james jan jana jane janet janice jasmine jason javier jay jean jeff jeffrey jenna jennifer
    jenny jens jeremy jerome jerry jesse jessica jill jim jimmy joachim joan joanna joanne joe joel joerg johan johann johanna
    john johnny jon jonas jonathan jordan jorge jose josef joseph josephine joshua joyce juan juanita judith judy juergen julia
    julian julie julius june justin jutta kai karen karin karl kate katharina katherine kathleen kathy katie katja katrin keith
    kelly ken kenneth kenji kevin kim kimberly kirsten klaus konrad kristen kristin kurt kyle lars laura lauren laurent lea leah
    lee lena leo leon leonard leslie lewis liam lily linda lisa liz lois lorenzo lori louis louise luca lucas lucia lucy luis
    luisa luke lydia lynn madison maggie malcolm manfred manuel marc marcel marcia marco marcos marcus margaret maria marianne
    marie marilyn mario marion marisa mark markus marlene martha martin martina marvin mary mason mateo mathias matt matthew
    matthias maureen maurice max maya megan mei melanie melissa mia michael michaela michelle miguel mike mila milan miranda
    miriam mohamed mohammed molly monica monika morgan moritz nadia nadine nancy naomi natalia natalie natasha nathan neil nick
    nicholas nico nicola nicole nigel nils nina noah noel nora norbert norma norman olaf olga oliver olivia omar oscar otto owen
    pablo pamela paola pat patricia patrick paul paula pauline pedro penelope penny peter petra phil philip philipp phyllis
    pierre priya rachel rafael rainer ralf ralph ramon randy raquel raul raymond rebecca regina reinhard renate rene ricardo
    richard rick rita rob robert roberta roberto robin rodney roger roland rolf roman ron ronald rosa rosalie rose rosemary ross
    roy ruben rudolf russell ruth ryan sabine sabrina sally sam samantha samir samuel sandra sandy sara sarah saul scott sean
    sebastian serena sergio seth shannon sharon shaun sheila shirley sibylle sid silke silvia simon simone sofia sonia sonja
    sophia sophie spencer stacy stan stanley stefan stefanie stella stephan stephanie stephen steve steven stewart stuart sue
    susan susanne suzanne sven sylvia tamara tanja tanya tara tatiana ted teresa terry tess theo theodor theresa thomas thorsten
    tiffany till tim timothy tina tobias todd tom tomas tommy toni tony tracy travis trevor tyler udo ulrich ulrike ursula
    uta uwe valentina valerie vanessa vera verena veronica vicky victor victoria vincent viola virginia vivian vladimir volker
    walter wanda warren wayne wei wendy werner wilhelm will william winfried wolfgang xavier yasmin yolanda yuki yusuf yvonne
    zachary zara zoe
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let companyWords: Set<String> = Set(
    """
    academy agency associates bakery bank bar brothers builders building cafe capital care center centre chemicals church city
    clinic club college communications company construction consulting corp design development digital dynamics electric
    electronics energy engineering enterprises entertainment equipment exports farms fashion film finance fitness food foods
    foundation freight fund gallery garden gas global goods group health healthcare holding holdings home hospital hotel
    imports inc industries industry institute insurance international investments labs land laundry law lawyers legal
    logistics machines management manufacturing market marketing materials media medical metal mobility motors museum music
    networks news nutrition office oil optics partners pharma pharmacy pizza plastics plumbing power press print printing
    production products properties publishing realty renewables rentals repair research resources restaurant retail robotics
    salon school science security semiconductors service services shipping shop software solar solutions sons sports steel
    store stores studio studios supplies supply support systems tech technologies technology telecom textiles tools tours toys
    trade traders trading transport travel trust union university ventures vision waste water wine wood works world
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  public static func isLikely(_ name: String) -> Bool {
    let words = NameKey.tokens(name)
    guard (2...4).contains(words.count), let first = words.first,
      words.allSatisfy({ !$0.isIdeograph && $0.text.unicodeScalars.allSatisfy { !NameKey.isDigit($0) } })
    else { return false }
    return givenNames.contains(first.text) && !words.contains { companyWords.contains($0.text) }
      && CompanyName.key(name) == words.map(\.text).joined()
  }

  /// "add customer Nina Brandt" is a person; "add account …" and "add company …" say that it is none.
  public static func isSaid(_ name: Value?, as noun: String?) -> Bool {
    guard case .text(let name)? = name, let noun = noun.map({ NameKey.fold($0) }) else { return false }
    return ["customer", "client", "buyer", "patron", "customers", "cust"].contains(noun) && isLikely(name)
  }
}
