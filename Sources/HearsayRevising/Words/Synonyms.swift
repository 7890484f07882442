/// Words that newsrooms put for one another without saying anything else.
///
/// Only words between which no reader would see another fact. A word may stand in several lines.
enum Synonyms {
    /// Whether two lower-case words say the same.
    static func same(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Stem.of(Spelling.american(a)), Stem.of(Spelling.american(b)))
        if x == y { return true }
        guard let left = groups[x], let right = groups[y] else { return false }
        return !left.isDisjoint(with: right)
    }

    /// The lines of every stem.
    private static let groups: [String: Set<Int>] = {
        var groups: [String: Set<Int>] = [:]
        for (number, line) in lines.split(separator: "\n").enumerated() {
            for word in line.split(separator: " ") {
                groups[Stem.of(Spelling.american(String(word))), default: []].insert(number)
            }
        }
        return groups
    }()

    private static let lines = """
        begin start commence launch
        end finish complete conclude
        end finish stop cease halt
        complete finish
        buy purchase acquire
        firm company business corporation enterprise
        ship vessel boat
        plane aircraft airplane jet
        car automobile vehicle
        lorry truck
        road street
        need require
        try attempt seek
        hard difficult tough
        easy simple
        get obtain receive gain
        fire blaze
        flames fire
        big large huge great sizeable substantial
        small little tiny minor
        quick fast rapid swift
        quickly rapidly swiftly fast
        show display
        show demonstrate indicate
        help assist aid
        help assistance aid support
        ask request
        answer reply respond
        reply response answer
        job post position
        keep retain maintain
        give provide supply
        give hand
        use utilise utilize employ
        use usage
        make produce manufacture
        build construct erect
        construction building
        rise increase climb grow
        rise increase growth
        fall drop decline decrease sink
        cut reduce lower slash
        cut reduction
        choose select pick
        choice selection
        about regarding concerning over on
        before ahead prior
        because since as
        although though while whereas
        but however yet although though
        also too
        near close
        nearby neighbouring
        enough sufficient
        often frequently
        mostly mainly largely chiefly primarily
        usually normally generally
        only merely just solely
        immediately instantly
        suddenly abruptly
        finally eventually
        currently now
        previously earlier formerly before
        former previous ex
        later afterwards subsequently after
        again anew
        children kids
        child kid
        people persons
        police officers cops
        home house
        flat apartment
        lift elevator
        autumn fall
        holiday vacation
        film movie
        football soccer
        petrol gasoline gas
        railway railroad
        rubbish garbage trash
        shop store
        lawyer attorney solicitor barrister
        doctor physician
        head chief leader boss
        chairman chair chairperson
        spokesman spokesperson
        spokeswoman spokesperson
        premier pm
        lawmaker legislator parliamentarian mp
        soldiers troops
        army military
        fight battle
        fighting combat
        clash confrontation
        bomb explosive
        explosion blast
        explode detonate
        kill slay
        dead killed
        die perish
        injure wound hurt
        injured wounded hurt
        injury wound
        rescue save
        find discover
        look search
        search hunt
        arrest detain
        jail prison
        jail imprison
        ruling verdict judgment
        rule decide
        decide determine
        decision ruling
        agree consent
        agreement deal accord pact
        talk discussion negotiation
        meet gather assemble
        meeting gathering
        visit trip
        leave depart
        arrive come
        go travel head
        move relocate
        stay remain
        wait await
        expect anticipate
        want wish desire
        like enjoy
        worry concern
        fear worry
        hope wish
        plan scheme
        plan intend
        proposal plan
        idea notion
        problem issue difficulty
        question issue
        reason cause
        cause prompt trigger spark provoke
        pronounce declare
        enough ample
        result outcome
        effect impact
        affect hit
        damage harm
        destroy wreck ruin
        destroyed ruined
        hit strike
        attack assault
        protest demonstrate
        protest demonstration rally
        protester demonstrator
        crowd throng
        town municipality
        country nation state
        area region district
        region area
        border frontier
        river waterway
        sea ocean
        coast shore
        hill mountain
        forest wood woods
        land ground
        money cash funds
        cost price
        pay fund finance
        pay salary wage
        worker employee
        staff employees workers
        employ hire
        dismiss sack fire
        resign quit
        appoint name
        vote ballot
        ban prohibit
        ban prohibition
        allow permit let
        permission permit
        force compel
        stop prevent
        block obstruct
        close shut
        reopen open
        repair fix mend
        check inspect examine
        inspection check examination
        inquiry investigation probe
        investigate examine probe
        investigator inquirer
        evidence proof
        sign indication
        letter note
        document paper
        picture photo photograph image
        book volume
        story article report
        newspaper paper
        broadcast air
        watch view
        see view
        hear listen
        speak talk
        call phone telephone ring
        phone telephone
        send dispatch
        carry transport
        bring take
        put place
        hold keep
        own possess
        win victory
        defeat beat
        defeat loss
        match game
        team side
        player footballer
        goal aim target
        last final
        last endure
        last take
        first initial
        new fresh
        old elderly
        young youthful
        good fine
        bad poor
        important significant major key
        serious grave severe
        dangerous hazardous
        safe secure
        true accurate correct right
        false untrue incorrect wrong
        mistake error
        whole entire complete full
        part portion
        kind type sort
        way method manner
        place spot site location
        amount sum quantity
        number figure
        moment instant
        scene site
        event incident
        accident crash
        crash collide
        emergency crisis
        resident inhabitant local
        residents locals inhabitants villagers
        citizen national
        husband spouse
        wife spouse
        ask pose
        tell inform
        warn caution
        urge call
        stress emphasise underline
        criticise condemn slam
        praise commend
        offer propose
        offer proposal
        reject refuse decline
        accept agree
        approve endorse
        support back
        oppose resist
        threat menace
        government administration
        ministry department
        firefighter fireman
        medic paramedic
        ambulance paramedics
        treat care
        ill sick
        illness disease sickness
        drug medicine medication
        food meal
        drink beverage
        clothes clothing
        weather conditions
        rain rainfall
        storm tempest
        flood inundate
        cold chilly
        hot warm
        reveal disclose
        announce declare proclaim
        publish release issue
        include contain comprise
        contain hold
        allegedly reportedly
        entirely completely totally wholly fully
        about around approximately roughly some
        almost nearly
        more over
        less under fewer below
        within inside
        around across
        extinguish douse quench
        establish found create
        conduct perform
        happen occur
        happening occurring
        appear emerge
        postpone delay defer
        cancel scrap
        continue proceed
        increase raise
        raise lift
        join enter
        connect link
        separate divide split
        study research
        student pupil
        teacher tutor
        several multiple
        various different
        nearly almost
        also additionally
        passenger traveller
        luggage baggage
        neighbourhood district quarter
        suburb outskirts
        quantity amount
        motorway highway
        pavement sidewalk
        mobile cellphone
        yearly annual
        trousers pants
        """
}
