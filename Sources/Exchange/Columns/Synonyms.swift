import Model

/// Other names of files, columns and stored words: what exports of other systems and people call them.
///
/// Compared by their letters and digits alone, so that `E-mail`, `e_mail` and `EMAIL` are one.
enum Synonyms {
  /// Names of a file, by kind.
  static let files = table(
    """
    account: account customer company client organization organisation 客户 公司 企业 客户列表
    activity: activity interaction task event log 活动 跟进 跟进记录 互动
    article: article knowledge faq 文章 知识 知识库
    campaign: campaign marketing 营销活动 市场活动
    campaign_member: campaignmember member 活动成员
    contact: contact person people 联系人 人员 名片
    contract: contract agreement 合同
    deal: deal opportunity pipeline salespipeline 商机 销售机会 机会
    lead: lead prospect 线索 潜在客户
    order: order salesorder 订单
    partner: partner reseller 渠道商 合作伙伴
    payment: payment receipt 回款 付款 收款
    product: product item catalog catalogue pricelist 产品 商品 价目表
    quote: quote quotation offer 报价 报价单
    setting: setting 设置
    stage: stage pipelinestage 阶段 销售阶段
    stage_change: stagechange stagehistory 阶段变更 阶段历史
    target: target quota goal 目标 销售目标
    ticket: ticket case issue 工单
    user: user salesteam team salesagent employee staff 用户 员工 销售团队
    """)

  /// Names of a column, for each `kind.field` or, of any kind, `*.field`; `kind.line.field` is a line's.
  static let columns = table(
    """
    *.name: name fullname 姓名 名称 名字
    *.account: account company organization organisation customer client accountname companyname 公司 客户 企业 客户名称 公司名称 单位
    *.contact: contact contactname 联系人
    *.owner: owner salesagent salesperson salesrep rep assignedto responsible accountowner dealowner 负责人 销售 所有人 销售人员 归属人
    *.email: email mail emailaddress 邮箱 电子邮件 邮件 电邮 电子邮箱
    *.phone: phone telephone tel phonenumber workphone 电话 手机 手机号 联系电话 电话号码 座机
    *.title: title jobtitle position role 职务 职位 头衔 岗位
    *.created: created createdon createdat createdate createddate dateadded 创建日期 创建时间 创建于
    *.currency: currency currencycode 币种 货币
    *.source: source leadsource origin 来源 渠道来源
    *.status: status state 状态
    *.region: region state province territory 地区 省份 省 区域
    *.city: city town officecity 城市
    *.country: country officelocation nation 国家
    *.notes: notes note comments comment remarks description 备注 说明
    *.tags: tags tag labels label 标签
    *.external_id: externalid id recordid sourceid 外部编号 编号
    *.website: website web url homepage domain 网址 网站 官网
    *.address: address street 地址
    *.amount: amount value sum 金额
    *.starts: starts startdate start from 开始 开始日期 起始日期
    *.ends: ends enddate end to until 结束 结束日期 到期日
    *.number: number no 单号 编号 号码
    *.subject: subject 主题
    *.category: category 分类 类别
    account.name: name account accountname company companyname customer organization 客户 公司 客户名称 公司名称 企业名称 名称
    account.industry: industry sector vertical branch 行业 所属行业
    account.kind: kind 客户类型
    account.employees: employees headcount numberofemployees size staff 员工数 人数 员工人数
    account.annual_revenue: annualrevenue revenue turnover 年收入 年营业额 营业额
    account.year_established: yearestablished founded established yearfounded 成立年份 成立时间
    account.parent: parent subsidiaryof parentaccount parentcompany 母公司 上级公司
    account.country: country officelocation location headquarters 国家 所在地
    account.grade: grade rating 等级 客户等级
    contact.name: name fullname contact contactname person 姓名 联系人 名字 联系人姓名
    contact.title: title jobtitle position 职务 职位 头衔 岗位
    contact.mobile: mobile cell cellphone mobilephone 移动电话
    contact.opted_out: optedout optout unsubscribed donotemail 退订 已退订
    contact.birthday: birthday dateofbirth 生日
    contact.department: department 部门
    deal.name: name deal dealname opportunity opportunityname 商机 商机名称 名称
    deal.external_id: opportunityid dealid externalid id 商机编号
    deal.stage: stage dealstage salesstage phase 阶段 销售阶段
    deal.amount: amount closevalue value dealvalue dealamount worth size 金额 商机金额
    deal.close_date: closedate expectedclose expectedclosedate closingdate 预计成交日期 成交日期 预计成交
    deal.closed_on: closedon actualclosedate closeddate wonon 关闭日期 实际成交日期
    deal.engaged_on: engagedate engagedon engaged 接洽日期
    deal.lost_reason: lostreason reasonlost lossreason closedlostreason 输单原因
    deal.primary_contact: primarycontact contact contactname maincontact 联系人 主要联系人
    deal.product: product productname item 产品
    deal.competitor: competitor 竞争对手
    lead.name: name fullname lead leadname person 姓名 线索 名字
    lead.company: company account organization companyname 公司 公司名称 企业
    lead.last_activity: lastactivity lastcontacted lastcontact 最近跟进 最后跟进 最近活动
    lead.interest: interest interestedin product 兴趣 感兴趣的产品 意向产品
    activity.type: type activitytype kind 类型
    activity.subject: subject name summary topic 主题 标题
    activity.regarding: regarding relatedto about 相关 关联
    activity.due: due duedate start when scheduledat 到期 计划时间 截止时间
    activity.until: until end endtime 结束时间
    activity.done_at: doneat completedat done at date time 完成时间 完成于
    product.sku: sku productcode code partnumber 货号 产品编号
    product.name: name product productname 产品 产品名称 名称
    product.price: price salesprice listprice unitprice 单价 价格 售价
    product.series: series line family 系列
    product.unit: unit uom 单位
    product.category: category 类别 分类
    product.cost: cost unitcost 成本
    user.login: login username user 登录名 账号
    user.name: name salesagent agent fullname employee 姓名
    user.manager: manager supervisor reportsto 经理 上级 主管
    user.team: team regionaloffice office group department 团队 部门
    user.role: role 角色
    user.timezone: timezone 时区
    user.locale: locale language 语言
    stage.name: name stage 阶段 名称
    stage.name_zh: namezh chinesename 中文名
    stage.position: position order sequence 顺序 序号
    stage.probability: probability 概率
    stage_change.deal: deal opportunity 商机
    stage_change.stage: stage 阶段
    stage_change.entered_on: enteredon entered date changedon 进入日期
    order.number: number order ordernumber orderno orderid 订单号 单号
    order.ordered_on: orderedon orderdate date 下单日期 订单日期
    order.line.product: sku product item productname 货号 产品
    order.line.quantity: quantity qty amount units 数量
    order.line.unit_price: unitprice price 单价
    quote.number: number quote quotenumber quoteno 报价单号 单号
    quote.deal: deal opportunity 商机
    quote.issued: issued date issuedon 报价日期
    quote.valid_until: validuntil expires expiry 有效期 有效期至
    quote.line.product: sku product item productname 货号 产品
    quote.line.quantity: quantity qty units 数量
    quote.line.unit_price: unitprice price 单价
    quote.line.discount_percent: discountpercent discount 折扣
    payment.number: number payment paymentnumber paymentno 回款单号 单号
    payment.order: order ordernumber orderno 订单 订单号
    payment.received_on: receivedon date receiveddate paidon 收款日期 回款日期
    payment.method: method paymentmethod 付款方式
    payment.reference: reference ref 附言 参考号
    contract.number: number contract contractnumber contractno 合同号 合同编号
    contract.title: title name subject 标题 合同名称
    contract.value: value amount worth 金额 合同金额
    contract.auto_renew: autorenew renews automaticrenewal 自动续约 自动续签
    campaign.name: name campaign campaignname 活动 活动名称 名称
    campaign.channel: channel type 渠道
    campaign.budget: budget 预算
    campaign.actual_cost: actualcost cost spend 实际成本 花费
    campaign_member.campaign: campaign 活动
    campaign_member.member: member 成员
    ticket.number: number ticket ticketnumber caseno 工单号 单号
    ticket.priority: priority 优先级
    ticket.assignee: assignee agent owner assignedto 处理人 负责人
    ticket.opened: opened created openedat createdat 创建时间 打开时间
    ticket.resolved: resolved closed resolvedat closedat 解决时间
    ticket.satisfaction: satisfaction csat rating score 满意度 评分
    article.title: title name question 标题
    article.body: body text content answer 正文 内容
    partner.name: name partner partnername 渠道商 名称
    partner.tier: tier level 级别 等级
    partner.commission_percent: commissionpercent commission 佣金 佣金比例
    partner.contact: contact contactname 联系人
    target.user: login user owner salesperson 用户 销售 负责人
    target.period: period quarter month 期间 季度
    setting.key: key setting name 键
    setting.value: value 值
    """)

  /// What other systems and languages call the stored words of choices.
  static let words: [String: [String]] = inverted(
    """
    business: 企业 公司 company organization b2b
    person: 个人 individual consumer b2c
    customer: 客户 已成交 现有客户 client active
    prospect: 潜在客户 潜在 意向客户
    former: 前客户 流失 流失客户 churned lost
    new: 新 新线索 新建 open
    working: 跟进中 contacted inprogress
    qualified: 合格 有效
    disqualified: 无效 不合格 unqualified junk
    converted: 已转化 已转换
    low: 低
    normal: 普通 中 medium 正常
    high: 高
    urgent: 紧急 critical
    waiting: 等待 等待中 pending onhold
    resolved: 已解决 closed solved done
    won: 赢单 closedwon 成交
    lost: 输单 closedlost
    price: 价格 价格太高 tooexpensive
    competitor: 竞争对手
    timing: 时机 时机不对
    other: 其他
    call: 电话 通话 phonecall
    email: 邮件 mail
    meeting: 会议 拜访
    note: 备注 笔记
    followup: 跟进 task todo
    rep: 销售 sales salesrep
    manager: 经理
    admin: 管理员 administrator
    draft: 草稿
    sent: 已发送
    accepted: 已接受
    confirmed: 已确认
    shipped: 已发货
    delivered: 已送达 已交付
    active: 有效 生效 执行中
    expired: 已过期 过期
    """)

  /// The letters, digits and ideographs of a heading, folded.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        NameKey.fold(text).unicodeScalars.filter { NameKey.isLetter($0) || NameKey.isDigit($0) }))
  }

  private static func table(_ text: String) -> [String: [String]] {
    var table: [String: [String]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      table[String(parts[0])] = parts[1].split(separator: " ").map(String.init)
    }
    return table
  }

  private static func inverted(_ text: String) -> [String: [String]] {
    var inverted: [String: [String]] = [:]
    for (word, synonyms) in table(text) {
      for synonym in synonyms { inverted[synonym, default: []].append(word) }
    }
    return inverted
  }
}
