import Model

/// Every kind of record the CRM knows.
///
/// In the order in which they can be imported: what is referred to comes first, but for references of a kind to itself
/// (`account.parent`) and from an account to its money.
public enum CRMSchema {
  public static let all = Schema([
    setting, customField, user, stage, product, partner, account, contact, target, campaign, deal, dealLine, dealMember,
    stageChange,
    lead, campaignMember, quote, quoteLine, order, orderLine, payment, contract, ticket, activity, article, shortcut,
    dealRole, file, marketNote,
  ])
}
