extension Migrations {
  /// Frozen: a released step is never edited.
  static let firstTables = #"""
    CREATE TABLE "_entry" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "at" TEXT NOT NULL, "actor" TEXT NOT NULL,
      "conversation" TEXT NOT NULL, "message" TEXT, "sentence" TEXT NOT NULL, "intent" TEXT NOT NULL,
      "sort" TEXT NOT NULL, "reverses" INTEGER, "reversed_by" INTEGER
    ) STRICT;
    CREATE TABLE "_change" (
      "id" INTEGER PRIMARY KEY, "entry" INTEGER NOT NULL REFERENCES "_entry"("id"), "kind" TEXT NOT NULL,
      "key" INTEGER NOT NULL, "sort" TEXT NOT NULL, "field" TEXT, "before" TEXT, "after" TEXT
    ) STRICT;
    CREATE TABLE "_session" (
      "login" TEXT NOT NULL, "conversation" TEXT NOT NULL, "session" TEXT NOT NULL,
      PRIMARY KEY ("login", "conversation")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE "_answer" (
      "conversation" TEXT NOT NULL, "message" TEXT NOT NULL, "text" TEXT NOT NULL, "reply" TEXT NOT NULL,
      PRIMARY KEY ("conversation", "message")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE "_miss" (
      "id" INTEGER PRIMARY KEY, "login" TEXT NOT NULL, "conversation" TEXT NOT NULL, "text" TEXT NOT NULL, "at" TEXT
    ) STRICT;
    CREATE TABLE "_notice" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "entry" INTEGER, "login" TEXT NOT NULL, "topic" TEXT NOT NULL,
      "facts" TEXT NOT NULL, "kind" TEXT, "key" INTEGER, "sender" TEXT NOT NULL, "at" TEXT NOT NULL,
      "delivered_at" TEXT, "read_at" TEXT, "is_withdrawn" INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE VIRTUAL TABLE "_text" USING fts5("body", tokenize = 'unicode61 remove_diacritics 0');
    CREATE TABLE "_setting" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE "_name" (
      "id" INTEGER PRIMARY KEY, "kind" TEXT NOT NULL, "key" INTEGER NOT NULL, "name_key" TEXT NOT NULL,
      "name" TEXT NOT NULL, "display" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE "_part" (
      "part" TEXT NOT NULL, "start" INTEGER NOT NULL, "kind" TEXT NOT NULL, "name" INTEGER NOT NULL,
      "key" INTEGER NOT NULL,
      PRIMARY KEY ("part", "start", "kind", "name")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE "_word" ("word" TEXT PRIMARY KEY, "uses" INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE "_deletion" (
      "rest" TEXT NOT NULL, "word" TEXT NOT NULL, PRIMARY KEY ("rest", "word")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE "_alike" (
      "kind" TEXT NOT NULL, "sort" TEXT NOT NULL, "value" TEXT NOT NULL, "key" INTEGER NOT NULL,
      PRIMARY KEY ("kind", "sort", "value", "key")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE "_category" (
      "value_key" TEXT NOT NULL, "kind" TEXT NOT NULL, "field" TEXT NOT NULL, "stored" TEXT NOT NULL,
      "uses" INTEGER NOT NULL, PRIMARY KEY ("value_key", "kind", "field")
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE "settings" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "key" TEXT, "key_key" TEXT, "value" TEXT, "value_key" TEXT
    ) STRICT;
    CREATE TABLE "custom_fields" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "label" TEXT, "label_key" TEXT, "of" TEXT, "of_key" TEXT, "key" TEXT, "key_key" TEXT, "type" TEXT, "created" TEXT
    ) STRICT;
    CREATE TABLE "users" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "login" TEXT, "login_key" TEXT, "name" TEXT, "name_key" TEXT, "role" TEXT, "team" TEXT, "team_key" TEXT,
      "manager" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "email" TEXT, "email_key" TEXT,
      "timezone" TEXT, "timezone_key" TEXT, "locale" TEXT, "locale_key" TEXT, "currency" TEXT, "active" INTEGER,
      "partner" INTEGER REFERENCES "partners"("id") DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TABLE "stages" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "position" INTEGER, "name" TEXT, "name_key" TEXT, "name_zh" TEXT, "name_zh_key" TEXT, "probability" REAL,
      "kind" TEXT, "former_name" TEXT, "former_name_key" TEXT
    ) STRICT;
    CREATE TABLE "products" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "sku" TEXT, "sku_key" TEXT, "name" TEXT, "name_key" TEXT, "plural" TEXT, "plural_key" TEXT, "price" INTEGER,
      "currency" TEXT, "unit" TEXT, "unit_key" TEXT, "category" TEXT, "category_key" TEXT, "series" TEXT,
      "series_key" TEXT, "cost" INTEGER, "active" INTEGER, "external_id" TEXT, "external_id_key" TEXT,
      "description" TEXT
    ) STRICT;
    CREATE TABLE "partners" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "name" TEXT, "name_key" TEXT, "tier" TEXT, "region" TEXT, "region_key" TEXT, "contact" TEXT, "contact_key" TEXT,
      "email" TEXT, "email_key" TEXT, "commission_percent" REAL, "phone" TEXT, "phone_key" TEXT, "external_id" TEXT,
      "external_id_key" TEXT, "notes" TEXT
    ) STRICT;
    CREATE TABLE "accounts" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "name" TEXT, "name_key" TEXT, "industry" TEXT, "industry_key" TEXT, "kind" TEXT, "status" TEXT, "website" TEXT,
      "website_key" TEXT, "phone" TEXT, "phone_key" TEXT, "city" TEXT, "city_key" TEXT, "region" TEXT,
      "region_key" TEXT, "country" TEXT, "country_key" TEXT, "employees" INTEGER, "annual_revenue" REAL,
      "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "created" TEXT, "tags" TEXT,
      "tags_key" TEXT, "parent" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED, "grade" TEXT,
      "year_established" INTEGER, "email" TEXT, "email_key" TEXT, "address" TEXT, "address_key" TEXT, "source" TEXT,
      "source_key" TEXT, "currency" TEXT, "release_reason" TEXT, "release_reason_key" TEXT, "external_id" TEXT,
      "external_id_key" TEXT, "notes" TEXT
    ) STRICT;
    CREATE TABLE "contacts" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "name" TEXT, "name_key" TEXT, "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "title" TEXT, "title_key" TEXT, "email" TEXT, "email_key" TEXT, "phone" TEXT, "phone_key" TEXT,
      "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "opted_out" INTEGER, "created" TEXT,
      "mobile" TEXT, "mobile_key" TEXT, "address" TEXT, "address_key" TEXT, "city" TEXT, "city_key" TEXT,
      "country" TEXT, "country_key" TEXT, "department" TEXT, "department_key" TEXT, "birthday" TEXT, "source" TEXT,
      "source_key" TEXT, "followers" INTEGER, "prefers" TEXT, "prefers_key" TEXT,
      "referred_by" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED, "tags" TEXT, "tags_key" TEXT,
      "external_id" TEXT, "external_id_key" TEXT, "notes" TEXT
    ) STRICT;
    CREATE TABLE "targets" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "user" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "period" TEXT, "period_key" TEXT,
      "amount" INTEGER, "currency" TEXT, "measure" TEXT, "measure_key" TEXT, "count" INTEGER, "starts" TEXT, "ends" TEXT
    ) STRICT;
    CREATE TABLE "campaigns" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "name" TEXT, "name_key" TEXT, "channel" TEXT, "channel_key" TEXT, "status" TEXT, "starts" TEXT, "ends" TEXT,
      "budget" INTEGER, "actual_cost" INTEGER, "currency" TEXT,
      "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "mail_subject" TEXT,
      "mail_subject_key" TEXT, "mail_body" TEXT, "notes" TEXT
    ) STRICT;
    CREATE TABLE "deals" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "name" TEXT, "name_key" TEXT, "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "amount" INTEGER, "currency" TEXT, "stage" INTEGER REFERENCES "stages"("id") DEFERRABLE INITIALLY DEFERRED,
      "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "created" TEXT, "close_date" TEXT,
      "closed_on" TEXT, "lost_reason" TEXT,
      "primary_contact" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED, "source" TEXT,
      "source_key" TEXT, "competitor" TEXT, "competitor_key" TEXT, "category" TEXT,
      "product" INTEGER REFERENCES "products"("id") DEFERRABLE INITIALLY DEFERRED,
      "partner" INTEGER REFERENCES "partners"("id") DEFERRABLE INITIALLY DEFERRED, "engaged_on" TEXT,
      "external_id" TEXT, "external_id_key" TEXT, "tags" TEXT, "tags_key" TEXT, "notes" TEXT
    ) STRICT;
    CREATE TABLE "deal_lines" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "product" INTEGER REFERENCES "products"("id") DEFERRABLE INITIALLY DEFERRED, "quantity" INTEGER,
      "unit_price" INTEGER, "discount_percent" REAL, "currency" TEXT, "description" TEXT, "description_key" TEXT
    ) STRICT;
    CREATE TABLE "deal_members" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "user" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "role" TEXT, "role_key" TEXT,
      "share_percent" REAL
    ) STRICT;
    CREATE TABLE "stage_changes" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "stage" INTEGER REFERENCES "stages"("id") DEFERRABLE INITIALLY DEFERRED, "entered_on" TEXT, "left_on" TEXT,
      "note" TEXT, "note_key" TEXT
    ) STRICT;
    CREATE TABLE "leads" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "name" TEXT, "name_key" TEXT, "company" TEXT, "company_key" TEXT, "email" TEXT, "email_key" TEXT, "phone" TEXT,
      "phone_key" TEXT, "source" TEXT, "source_key" TEXT, "status" TEXT,
      "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "created" TEXT, "last_activity" TEXT,
      "interest" TEXT, "interest_key" TEXT, "region" TEXT, "region_key" TEXT, "title" TEXT, "title_key" TEXT,
      "country" TEXT, "country_key" TEXT, "reason" TEXT, "reason_key" TEXT, "score" INTEGER,
      "partner" INTEGER REFERENCES "partners"("id") DEFERRABLE INITIALLY DEFERRED,
      "registered_by" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED,
      "converted_account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "converted_contact" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED,
      "converted_deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED, "converted_on" TEXT, "tags" TEXT,
      "tags_key" TEXT, "external_id" TEXT, "external_id_key" TEXT, "notes" TEXT
    ) STRICT;
    CREATE TABLE "campaign_members" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "campaign" INTEGER REFERENCES "campaigns"("id") DEFERRABLE INITIALLY DEFERRED, "member" INTEGER,
      "member_kind" TEXT, "status" TEXT, "lead" INTEGER REFERENCES "leads"("id") DEFERRABLE INITIALLY DEFERRED,
      "contact" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED, "name" TEXT, "name_key" TEXT
    ) STRICT;
    CREATE TABLE "quotes" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "number" TEXT, "number_key" TEXT, "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "version" INTEGER, "issued" TEXT, "valid_until" TEXT, "status" TEXT, "currency" TEXT, "tax_percent" REAL,
      "approved_by" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "reason" TEXT, "reason_key" TEXT,
      "sent_on" TEXT, "partner" INTEGER REFERENCES "partners"("id") DEFERRABLE INITIALLY DEFERRED, "notes" TEXT
    ) STRICT;
    CREATE TABLE "quote_lines" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "quote" INTEGER REFERENCES "quotes"("id") DEFERRABLE INITIALLY DEFERRED,
      "product" INTEGER REFERENCES "products"("id") DEFERRABLE INITIALLY DEFERRED, "quantity" INTEGER,
      "unit_price" INTEGER, "discount_percent" REAL, "currency" TEXT, "description" TEXT, "description_key" TEXT
    ) STRICT;
    CREATE TABLE "orders" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "number" TEXT, "number_key" TEXT, "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "ordered_on" TEXT, "currency" TEXT, "status" TEXT,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "quote" INTEGER REFERENCES "quotes"("id") DEFERRABLE INITIALLY DEFERRED, "shipped_on" TEXT, "delivered_on" TEXT,
      "carrier" TEXT, "carrier_key" TEXT, "tracking" TEXT, "tracking_key" TEXT, "external_id" TEXT,
      "external_id_key" TEXT, "notes" TEXT
    ) STRICT;
    CREATE TABLE "order_lines" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "order" INTEGER REFERENCES "orders"("id") DEFERRABLE INITIALLY DEFERRED,
      "product" INTEGER REFERENCES "products"("id") DEFERRABLE INITIALLY DEFERRED, "quantity" INTEGER,
      "unit_price" INTEGER, "currency" TEXT, "description" TEXT, "description_key" TEXT
    ) STRICT;
    CREATE TABLE "payments" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "number" TEXT, "number_key" TEXT, "order" INTEGER REFERENCES "orders"("id") DEFERRABLE INITIALLY DEFERRED,
      "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED, "received_on" TEXT, "amount" INTEGER,
      "currency" TEXT, "method" TEXT, "method_key" TEXT, "reference" TEXT, "reference_key" TEXT, "external_id" TEXT,
      "external_id_key" TEXT
    ) STRICT;
    CREATE TABLE "contracts" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "number" TEXT, "number_key" TEXT, "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "title" TEXT, "title_key" TEXT, "starts" TEXT, "ends" TEXT, "value" INTEGER, "currency" TEXT,
      "auto_renew" INTEGER, "status" TEXT, "renews" INTEGER REFERENCES "contracts"("id") DEFERRABLE INITIALLY DEFERRED,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED, "notes" TEXT
    ) STRICT;
    CREATE TABLE "tickets" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "number" TEXT, "number_key" TEXT, "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "contact" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED, "subject" TEXT, "subject_key" TEXT,
      "priority" TEXT, "status" TEXT, "assignee" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED,
      "opened" TEXT, "opened_utc" INTEGER, "resolved" TEXT, "resolved_utc" INTEGER, "satisfaction" INTEGER,
      "category" TEXT, "category_key" TEXT, "replied" TEXT, "replied_utc" INTEGER, "description" TEXT,
      "resolution" TEXT, "external_id" TEXT, "external_id_key" TEXT
    ) STRICT;
    CREATE TABLE "activities" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "type" TEXT, "subject" TEXT, "subject_key" TEXT, "regarding" INTEGER, "regarding_kind" TEXT,
      "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "due" TEXT, "due_utc" INTEGER,
      "until" TEXT, "until_utc" INTEGER, "done_at" TEXT, "done_at_utc" INTEGER, "notes" TEXT,
      "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "contact" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "lead" INTEGER REFERENCES "leads"("id") DEFERRABLE INITIALLY DEFERRED,
      "ticket" INTEGER REFERENCES "tickets"("id") DEFERRABLE INITIALLY DEFERRED,
      "asked_by" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "recurrence" TEXT,
      "recurrence_key" TEXT, "declined_by" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED,
      "decline_reason" TEXT, "decline_reason_key" TEXT, "location" TEXT, "location_key" TEXT, "outcome" TEXT,
      "outcome_key" TEXT, "tone" TEXT, "topic" TEXT, "topic_key" TEXT, "external_id" TEXT, "external_id_key" TEXT,
      "created" TEXT, "created_utc" INTEGER
    ) STRICT;
    CREATE TABLE "articles" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "title" TEXT, "title_key" TEXT, "category" TEXT, "category_key" TEXT, "body" TEXT, "external_id" TEXT,
      "external_id_key" TEXT
    ) STRICT;
    CREATE TABLE "shortcuts" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "phrase" TEXT, "phrase_key" TEXT, "sentence" TEXT,
      "user" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TABLE "deal_roles" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "contact" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED, "role" TEXT
    ) STRICT;
    CREATE TABLE "files" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "name" TEXT, "name_key" TEXT, "about" INTEGER, "about_kind" TEXT, "bytes" INTEGER, "checksum" TEXT,
      "checksum_key" TEXT, "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "created" TEXT,
      "created_utc" INTEGER, "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED,
      "contact" INTEGER REFERENCES "contacts"("id") DEFERRABLE INITIALLY DEFERRED,
      "deal" INTEGER REFERENCES "deals"("id") DEFERRABLE INITIALLY DEFERRED,
      "lead" INTEGER REFERENCES "leads"("id") DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TABLE "market_notes" (
      "id" INTEGER PRIMARY KEY AUTOINCREMENT, "exchange_id" TEXT NOT NULL UNIQUE, "created_seq" INTEGER NOT NULL,
      "text" TEXT, "text_key" TEXT, "topic" TEXT, "topic_key" TEXT, "status" TEXT,
      "owner" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "created" TEXT,
      "decided_by" INTEGER REFERENCES "users"("id") DEFERRABLE INITIALLY DEFERRED, "decided_on" TEXT,
      "account" INTEGER REFERENCES "accounts"("id") DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    """#
}
