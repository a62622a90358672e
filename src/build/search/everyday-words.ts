import type { Locale } from '../../i18n/locale.ts';

/**
 * What people say in daily life, and what the handbook calls it. Terms bring their own synonyms from the glossary; here stands only
 * everyday speech that no single term or page would claim. Each line: what is said, then what it may mean.
 */
export const EVERYDAY_WORDS: Record<Locale, string> = {
  'zh-CN': `
    着火 火灾|起火 火灾|失火 火灾|走水 火灾|冒烟 火灾|断电 停电|没电 停电|跳闸 停电|断水 停水|没水 停水|爆水管 爆管|渗水 渗漏|漏水 渗漏|水管坏 爆管
    卡电梯 电梯困人|关电梯 电梯困人|电梯坏 电梯困人|电梯故障 电梯困人|升降机 电梯|手扶梯 扶梯|滚梯 扶梯|煤气 燃气|天然气 燃气|瓦斯 燃气
    小偷 盗窃|偷东西 盗窃|被偷 盗窃|打人 打架|吵架 打架|斗殴 打架|闹事 打架|晕倒 急病|昏倒 急病|心脏病 急病|中暑 急病|没有呼吸 心肺复苏|急救 急病
    拉肚子 食物中毒|吃坏 食物中毒|呕吐 食物中毒|刮大风 台风|下大雨 暴雨|水淹 暴雨|挤 拥挤|人太多 拥挤|记者 媒体|网上骂 舆情|上热搜 舆情|曝光 舆情
    烧焊 电焊|焊接 电焊|气焊 动火|明火 动火|施工许可 装修许可证|装修证 装修许可证|装修保证金 装修押金|押金 装修押金|装潢 装修|装饰 装修|装修队 施工单位
    招牌 门楣|店招 门楣|门头 门楣|橱窗 店面|柜子 柜体|展柜 高柜|玻璃门 玻璃|地板 地面|天花板 天花|吊顶 天花|墙面 面层|更衣室 试衣间|隔断 隔墙
    商场 购物中心|商城 购物中心|卖场 购物中心|店铺 商铺|商家 商户|租客 租户|住户 业主|房东 业主|办公楼 写字楼|办公室出租 写字楼|大厦 写字楼|宾馆 酒店|饭店 酒店
    停车 停车场|车库 停车场|泊车 停车场|停车位 车位|错时停车 共享|保安 秩序维护员|门卫 秩序|保洁 清洁|打扫 清洁|垃圾 垃圾|绿化 绿化|花园 绿化|除虫 消杀|灭鼠 消杀
    收楼 入伙|交房 入伙|拿钥匙 入伙|收房 入伙|接收 承接查验|接管 承接查验|验收交接 承接查验|验房 承接查验|质保 保修|保修几年 保修期|质量问题 遗留问题|整改 遗留问题
    物管费 物业费|管理费 物业费|服务费 物业费|欠物业费 欠费|拖欠 欠费|不交物业费 欠费|不肯交 欠费|不交钱 欠费|催缴 催费|追债 催费|讨债 催费|要账 催费|打官司 诉讼|起诉 诉讼
    减免 减免|打折 减免|免费 减免|优惠 减免|罚款 扣款|扣钱 扣款|扣工资 扣款|奖金 奖励|提成 提成|绩效 绩效|考核 考核|工资 绩效
    几点 时段|施工时间 时段|什么时候开始 时间|修东西 报修|维修 报修|坏了 报修|投诉 投诉|意见 投诉|吵 噪声|太吵 噪声|噪音 噪声|臭味 异味
    食堂 小饭桌|老人吃饭 小饭桌|老年餐 小饭桌|吃饭 小饭桌|敬老 长者|老人 长者|老年人 长者|孤寡 长者|小孩 儿童|孩子 儿童|儿童乐园 益智开发室|儿童活动室 益智开发室|玩具 益智开发室
    量血压 健康角|体检 健康角|健身器材 健身|篮球 体育|广场舞 场地|义工 志愿者|社工 社会工作者|残障 残疾人|穷 低保|困难户 低保|贫困 低保|离婚 婚姻|夫妻 婚姻|青年 青少年|学生 青少年
    居委会 居民委员会|村委会 村民委员会|街道办 街道|政务中心 服务中心|办事大厅 服务中心|窗口 服务窗口|热线 12345|网上办 网上办理|跑腿 代办|材料 资料|几天办完 限时办结
    演习 演练|消防演习 演练|预案 应急预案|报警 119|火警 119|救护车 120|报案 110|灭火 灭火器|逃生 疏散|撤离 疏散|安全出口 疏散
    图纸 图|平面图 平面布置图|电路图 电气图|审图 图纸审核|交图 报审|摄像头 监控|录像 监控|探头 监控|wifi 网络|宽带 网络|空调漏水 冷凝水|外机 空调外机|中央空调 空调
    开业 开业前|开张 开业|开盘 开盘|看房 开盘区|售楼处 开盘区|卖房 开盘|新人 新员工|入职 新员工|培训 培训|岗位职责 岗位|人员编制 岗位|编制 岗位|分区 片区|网格 片区
  `,
  en: `
    elevator=lift|elevators=lifts|escalators=escalator|blackout=power failure|power cut=power failure|power outage=power failure|outage=power failure|no electricity=power failure|electricity=power
    flood=flooding|water leak=leak|burst pipe=water failure|pipe burst=water failure|no water=water failure|smoke=fire|burning=fire|blaze=fire|explosion=gas leak|gas smell=gas leak|smell of gas=gas leak
    thief=theft|stealing=theft|robbery=theft|burglar=theft|stolen=theft|brawl=fight|assault=fight|knife=weapon|heart attack=sudden illness|fainted=sudden illness|unconscious=sudden illness|collapsed=sudden illness|defibrillator=AED|paramedic=ambulance
    vomiting=food poisoning|diarrhoea=food poisoning|stampede=crowd crush|hurricane=typhoon|storm=typhoon|heavy rain=rainstorm|quake=earthquake|unattended bag=suspicious object|parcel=suspicious object|reporter=media|press=media|journalist=media|social media=public opinion
    stuck=entrapment|trapped=entrapment|weld=hot work|welding=hot work|open flame=hot work|grinding=hot work|renovation=fit-out|refurbishment=fit-out|decoration=fit-out|remodelling=fit-out|build-out=fit-out|buildout=fit-out|refurbish=fit-out
    sign=lintel|signage=lintel|signboard=lintel|shop sign=lintel|storefront=shopfront|dressing room=fitting room|changing room=fitting room|drywall=gypsum board|plasterboard=gypsum board|hoardings=hoarding|fence=hoarding|sealed glass=glass|sidewalk=paving
    mall=shopping centre|shopping mall=shopping centre|shop=tenant|retailer=tenant|store=shop|landlord=owner|resident=owner|homeowner=owner|office building=offices|office tower=offices|skyscraper=super-high-rise|tower=super-high-rise|flat=apartment|condo=apartment
    parking lot=car park|parking space=stall|parking spaces=stalls|garage=car park|security=guarding|guard=guarding|guards=guarding|janitor=cleaning|cleaner=cleaning|trash=waste|garbage=waste|rubbish=waste|refuse=waste|landscaping=greening|gardening=greening|pests=pest control
    snagging=defects|snag list=defects|punch list=defects|snags=defects|faults=defects|move in=moving in|key handover=moving in|acceptance=take-over inspection|guarantee=warranty|warranty=warranty period|condo fee=management fee|service charge=management fee|hoa fee=management fee|maintenance fee=management fee
    unpaid=arrears|unpaid fees=arrears|debt=arrears|debts=arrears|late payment=arrears|overdue fees=arrears|refuses to pay=arrears|does not pay=arrears|not paying=arrears|statute of limitations=limitation period|discount=relief|waiver=relief|reduce=relief|fine=deduction|fines=deductions|penalty=deductions|penalties=deductions|bonus=reward|salary=pay|wages=pay|lawsuit=court|sue=court
    broken=repair|fix=repair|complain=complaint|noise=noise|noisy=noise|loud=noise|elderly=older people|seniors=older people|senior=older people|old people=older people|pensioners=older people|lunch=canteen|meals=canteen|dining=canteen|kids=children|playroom=children's room|teenagers=youth|disability=disabled people|poor=minimum-living
    gym=fitness|playground=play|hotline=12345|website=online|paperwork=papers|documents=papers|drill=emergency drill|exercise=drill|escape=evacuation|exit=evacuation|camera=CCTV|cameras=CCTV|surveillance=CCTV|wifi=network|internet=network|aircon=air conditioning|ac=air conditioning|hvac=air conditioning
    staff=team|headcount=posts|job description=posts|employee=staff|onboarding=training|newcomer=training|budget=funding|subsidy=funding|money=funding|bid=tendering|bidding=tendering|procurement=tendering|blueprint=drawings|blueprints=drawings|plans=drawings|permit=permit
  `,
};

/** Pairs of what is said and what it means, out of the text above. */
export function everydayWords(locale: Locale): [word: string, meaning: string][] {
  return EVERYDAY_WORDS[locale]
    .split(/[|\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): [string, string] => {
      const [word = '', meaning = ''] = line.split(locale === 'en' ? '=' : ' ');
      return [word, meaning];
    })
    .filter(([word, meaning]) => word !== meaning && meaning !== '');
}
