/// Words with a part to play in names: a role, what they stand for, a colon, the words.
enum NameWordTable {
    static let all = [people, forms, generic, spellings, numbers]

    private static let people = """
        title: mr, mrs, ms, miss, mister, mx, dr, doctor, prof, professor, sir, dame, lady, lord, baron, baroness, count
        title: president, vice president, prime minister, premier, chancellor, minister, foreign minister, defense minister
        title: defence minister, secretary, secretary of state, secretary general, king, queen, prince, princess, crown prince
        title: emperor, governor, gov, mayor, senator, sen, representative, rep, congressman, congresswoman, deputy, ambassador
        title: judge, justice, chief justice, attorney general, speaker, chairman, chairwoman, chairperson, director
        title: general, gen, colonel general, lieutenant general, major general, brigadier general, lt gen, maj gen, brig gen
        title: colonel, col, lieutenant colonel, lt col, major, maj, captain, capt, lieutenant, lt, sergeant, sgt, admiral, adm
        title: commander, cmdr, marshal, brigadier, corporal, officer, inspector, detective, pope, archbishop, bishop
        title: cardinal, rev, reverend, father, rabbi, imam, patriarch, metropolitan, sister, hon, honourable, honorable
        title: sheikh, shaikh, shaykh, sheik, mullah, maulvi, mawlawi, qari, haji, hajji, ayatollah, grand ayatollah, emir, hafiz
        title: herr, frau, mme, madame, monsieur, mlle, senor, senora, signor, signora, ex president
        title: former president, the late, activist, lawyer, journalist, analyst, spokesman, spokeswoman, spokesperson
        title: г н, господин, госпожа, пан, пані, президент, министр, міністр, генерал, полковник, премьер министр, депутат
        title: д р, др, доктор, профессор, професор, губернатор, мэр, мер
        suffix: jr, junior, sr, senior, esq, phd, md, obe, cbe, mbe, kc, qc, mp, mep, filho, neto
        article: the, der, die, das, la, le, les, el, il, los, las
        particle: al, el, ad, ar, as, at, ash, bin, ibn, ben, bint, binti, abu, abou, umm, de, del, della, di, da, do, dos, du
        particle: la, le, van, von, der, den, ten, ter, zu, zur, y, e, of, ul, ur, ud, ap, mac, st
        """

    private static let forms = """
        form llc: llc, limited liability company, l l c, gmbh, gesellschaft mit beschränkter haftung, sarl, srl, sp z oo, sp zoo
        form llc: bv, b v, lda, sro, s r o, doo, d o o, eood, pte ltd, pty ltd, pvt ltd, kft, ооо, тов, ооо, тзов, тоо
        form llc: общество с ограниченной ответственностью, товариство з обмеженою відповідальністю, oy, aps, uab, sia
        form llc: societatea cu răspundere limitată, société à responsabilité limitée, ltda, limitada, mbh, ug, mchj
        form llc: s de rl de cv, s r l, s a r l
        form ltd: ltd, limited, co ltd, company limited, ltd co, corporation limited, co limited
        form jsc: jsc, joint stock company, joint stock compan, ojsc, open joint stock company, pjsc, public joint stock company
        form jsc: cjsc, closed joint stock company, oao, оао, ao, ао, pao, пао, zao, зао, пат, прат, ат, public company, аат
        form jsc: открытое акционерное общество, публичное акционерное общество, закрытое акционерное общество
        form jsc: акционерное общество, публічне акціонерне товариство, акціонерне товариство
        form ag: ag, aktiengesellschaft, kgaa, se, societas europaea
        form sa: sa, s a, société anonyme, sociedad anónima, sociedade anônima, sa de cv, sab de cv, sas, s a s, spa, s p a
        form sa: società per azioni, saa, sociedad anonima de capital variable
        form plc: plc, public limited company, p l c
        form inc: inc, incorporated
        form co: co, company, corp, corporation, corporate, and co, and company
        form ab: ab, aktiebolag, asa, nv, n v, naamloze vennootschap, as, a s, oyj, nyrt, ad, tas
        form lp: lp, l p, limited partnership, llp, limited liability partnership
        form na: na, national association
        form group: gruppe, kg, gmbh and co kg, bhd, sdn bhd, tbk, pt, perseroan terbatas, kk, kabushiki kaisha
        form vessel: mv, mt, ms, ss
        front: ooo, ооо, оао, пао, зао, ао, тов, пат, прат, ат, oao, pao, zao, jsc, ojsc, pjsc, cjsc, llc, srl, pt, sia, uab, mv
        front: limited liability company, open joint stock company, joint stock company, societatea cu răspundere limitată
        front: общество с ограниченной ответственностью, открытое акционерное общество, публичное акционерное общество, mt
        front: акционерное общество, public joint stock company, closed joint stock company, тоо
        """

    private static let generic = """
        small: the, and, of, for, in, at, on, to, a, an, de, des, du, und, et, with, и, і, та, в, у, на, по, для
        generic: bank, banking, banco, group, holding, holdings, international, global, national, american, capital, financial, finance
        generic: trust, fund, partners, investment, investments, management, services, service, solutions, systems, industries, industry
        generic: business, trading, trade, ventures, enterprises, securities, insurance, association, organization, foundation
        generic: institute, university, college, school, ministry, department, office, agency, committee, commission, council
        generic: union, party, court, news, press, media, times, post, today, daily, radio, television, network, journal, magazine
        generic: army, force, forces, brigade, battalion, regiment, division, corps, company, region, regional, oblast, city, state
        generic: general, central, federal, public, united, new, first, world, european, northern, southern, eastern, western, center
        generic: health, motor, motors, energy, oil, gas, steel, technology, technologies, engineering, construction, front
        generic: министерство, міністерство, бригада, банк, група, группа, область, областная, организация, агентство, центр, новости
        """

    private static let spellings = """
        spelling region: oblast, область, області, области, obl
        spelling labor: labour
        spelling center: centre
        spelling defense: defence
        spelling organization: organisation, organizations, organisations
        spelling theater: theatre
        spelling color: colour
        spelling program: programme
        spelling international: intl, int l, internat
        spelling national: natl, nat l
        spelling department: dept
        spelling government: govt, gov t
        spelling university: univ
        spelling association: assn, assoc
        spelling manufacturing: mfg
        spelling brothers: bros
        spelling saint: st, st.
        spelling foundation: fdn, foundations
        spelling institute: inst
        spelling ministry: min
        spelling european: euro
        spelling technologies: technology, tech
        spelling cooperation: co operation
        spelling newspaper: gazette
        spelling newspapers: papers
        spelling ministry: міністерство, министерство, министерства
        spelling defense: оборони, обороны
        spelling affairs: справ, дел
        spelling foreign: foreign affairs, закордонних, иностранных, закордонних справ, иностранных дел
        spelling internal: internal affairs, interior, внутрішніх, внутренних, внутрішніх справ, внутренних дел
        spelling health: охорони здоровя, здравоохранения
        spelling justice: юстиції, юстиции
        spelling finance: фінансів, финансов
        """

    private static let numbers = """
        number 1: one, first, 1st
        number 2: two, second, 2nd
        number 3: three, third, 3rd
        number 4: four, fourth
        number 5: five, fifth
        number 6: six, sixth
        number 7: seven, seventh
        number 8: eight, eighth
        number 9: nine, ninth
        number 10: ten, tenth
        number 11: eleven, eleventh
        number 12: twelve, twelfth
        number 13: thirteen, thirteenth
        number 20: twenty, twentieth
        number 30: thirty, thirtieth
        number 40: forty, fortieth
        number 44: forty four, forty fourth
        number 50: fifty, fiftieth
        number 100: hundred, hundredth
        """
}
