/// How characters that are common in names are read in Mandarin, and the Korean surnames.
enum HanTable {
    /// A reading, then its characters.
    static let mandarin = """
        xi 习習席西希喜熙玺|jin 近金晋锦进进津|ping 平萍屏|li 李黎力丽立理利礼里|wang 王汪旺望|zhang 张張章彰|liu 刘劉柳六
        chen 陈陳晨辰|yang 杨楊阳洋|zhao 赵趙昭|huang 黄黃皇|zhou 周洲|wu 吴吳武伍五|xu 徐许許旭|sun 孙孫|ma 马馬|zhu 朱珠竹
        hu 胡虎湖|guo 郭国國|he 何贺和河|gao 高|lin 林琳霖|luo 罗羅洛|zheng 郑鄭正政|liang 梁亮良|xie 谢謝|song 宋松|tang 唐汤
        han 韩韓汉|feng 冯馮峰锋凤丰|deng 邓鄧|cao 曹|peng 彭鹏朋|zeng 曾|xiao 肖萧晓小|tian 田天|dong 董东東冬|pan 潘|yuan 袁元远
        cai 蔡|jiang 蒋江姜将|yu 于余玉宇雨|du 杜|ye 叶葉|cheng 程成诚|wei 魏伟卫威微|su 苏蘇素|lu 卢鲁陆路|ding 丁|ren 任仁人
        shen 沈|yao 姚|qin 秦|fang 方芳|jie 杰洁|ying 英颖|hua 华華花|ming 明|zhong 中忠仲|hong 红洪宏鸿|jun 军君俊|qiang 强
        bin 斌滨|hai 海|xin 新心欣|xing 星兴|jing 京静景|bei 北贝|nan 南|shan 山|shang 上尚|gang 刚港|min 民敏|guang 光广
        dao 道|ze 泽|mao 毛|en 恩|lai 来|xiang 湘祥香向|kai 凯介开|shek 石|bo 波博|tao 涛陶|jian 建健剑|ke 克科可|qi 齐琪岐启
        qing 清庆青|chun 春|mei 梅美|long 龙|lei 雷磊|hao 浩|yi 毅一义艺|zhi 志之智|wen 文温|an 安|ning 宁|fu 福富|gui 贵桂
        tai 台泰太|wan 湾万|ri 日|bao 报包宝|she 社|xinhua 新华
        """

    /// The readings of Korean surnames that newspapers print, the official one first.
    static let korean = """
        김 gim kim|이 i lee yi ri|박 bak park pak|최 choe choi|정 jeong jung chung|강 gang kang|조 jo cho|윤 yun yoon|장 jang chang
        임 im lim|한 han|오 o oh|서 seo suh|신 sin shin|권 gwon kwon|황 hwang|안 an ahn|송 song|류 ryu yoo|전 jeon chun|홍 hong
        고 go ko|문 mun moon|손 son sohn|배 bae|백 baek paik|허 heo hur|남 nam|심 sim shim|노 no roh|하 ha|반 ban|리 ri lee
        """
}
