/// Invented passages whose statements hold others, and some that hold none though they seem to.
///
/// Below each passage stand the inner statements, "> source | cue | content | relay"; the relay is nearest to the
/// reader first, "2:said" is the second "said", and an empty source is nobody. Outer statements are not listed.
enum NestingGold {
    static let passages = #"""
        Weld said the minister had promised to resign.
        > the minister | promised | to resign | Weld
        The Skerry Courier reported that officials believe the wells are poisoned.
        > officials | believe | the wells are poisoned | Skerry Courier
        Mira Kolen said that Odo Hern had told her the gate was rusted through.
        > Odo Hern | told | the gate was rusted through | Mira Kolen
        The union claims that the yard has agreed to pay the night shift double.
        > the yard | agreed | to pay the night shift double | The union
        A spokesman said the company expects to reopen the pit in March.
        > the company | expects | to reopen the pit in March | A spokesman
        Ivo Strand wrote that the bishop denied ever having met the broker.
        > the bishop | denied | ever having met the broker | Ivo Strand
        "The mayor told me the money was gone," said Petra Vane, a clerk.
        > The mayor | told | the money was gone | Petra Vane
        "They say the bridge is safe," Hald told reporters on Monday.
        > They | say | the bridge is safe | Hald
        According to the Morning Tide, two aides think the chancellor will go by May.
        > two aides | think | the chancellor will go by May | Morning Tide
        Radio Aster says the rebels have vowed to burn the archive.
        > the rebels | vowed | to burn the archive | Radio Aster
        The report states that three inspectors warned the owners about the valve.
        > three inspectors | warned | about the valve | The report
        Nadia Orr testified that her husband had confessed to moving the cash.
        > her husband | confessed | to moving the cash | Nadia Orr
        The envoy said that Karsk had accepted the ceasefire but insisted the port stay shut.
        > Karsk | insisted | the port stay shut | The envoy
        Police said a witness described a tall man with a limp.
        > a witness | described | a tall man with a limp | Police
        The paper said that, according to two pilots, the radar had failed twice.
        > two pilots | according to | the radar had failed twice | paper
        Bram Odell said his lawyer had advised him to keep quiet.
        > his lawyer | advised | to keep quiet | Bram Odell
        The court heard that Lena Marsh had asked her brother to hide the ledger.
        > Lena Marsh | asked | to hide the ledger | court
        Senator Paul Drum told Channel Nine that the general wants to extend the draft.
        > the general | wants | to extend the draft | Channel Nine; Paul Drum
        She said the doctors had ruled out poison.
        > the doctors | ruled out | poison | She
        Analysts at Corvane say that investors fear a second default.
        > investors | fear | a second default | Analysts
        The bureau acknowledged that its own staff had complained about the heat.
        > its own staff | complained | about the heat | bureau
        Dana Frey argued that the committee's claim that the figures were forged is absurd.
        > the committee's | claim | that the figures were forged | Dana Frey
        Hollis recalled how the captain had announced that the ship would turn back.
        > the captain | announced | that the ship would turn back | Hollis
        The Lantern reported on Friday that the bank had admitted hiding the losses.
        > the bank | admitted | hiding the losses | Lantern
        A diplomat said the two governments had agreed that the islands would be shared.
        > the two governments | agreed | that the islands would be shared | A diplomat
        Tomas Rell said he believed the fire was set on purpose.
        Tomas Rell said his sister believed the fire was set on purpose.
        > his sister | believed | the fire was set on purpose | Tomas Rell
        The archive shows that the king wrote to his cousin that the war was lost.
        > the king | wrote | that the war was lost | archive
        Ms. Quill told investors that regulators had threatened to revoke the licence.
        > regulators | threatened | to revoke the licence | Quill
        "My father always said the sea would take the house," Ms. Arden wrote.
        > My father | said | the sea would take the house | Arden
        "He promised us that nobody would be fired," one driver said.
        > He | promised | that nobody would be fired | driver
        "The letter says we must leave by June," said Anton Pruss, a tenant.
        > The letter | says | we must leave by June | Anton Pruss
        In her memoir, the singer writes that her manager called the tour "a funeral on wheels".
        > her manager | called | the tour "a funeral on wheels" | singer
        The ministry rejected reports that the army had asked for more time.
        > the army | asked | for more time | reports
        A second official confirmed that the president had ordered the files destroyed.
        > the president | ordered | the files destroyed | official
        Norrland Wire reports that sources in the ministry say the deal is dead.
        > sources in the ministry | say | the deal is dead | Norrland Wire
        Vale said the auditors had concluded that no money was missing.
        > the auditors | concluded | that no money was missing | Vale
        The defence told the jury that the accused had never said he was in Loam that night.
        The coach said the player had apologised for the remark.
        > the player | apologised | for the remark | coach
        The indictment says Mr. Bask told an undercover officer that he could "fix anything".
        > Mr. Bask | told | that he could "fix anything" | indictment
        The minister said on Tuesday that Ostrava had rejected the offer.
        > Ostrava | rejected | the offer | minister
        Kessel said critics who call the plan a swindle had not read it.
        > critics | call | the plan a swindle | Kessel
        Rika Holm said the governor's pledge to rebuild the school had come too late.
        > the governor's | pledge | to rebuild the school | Rika Holm
        The magazine wrote that Dorn considers the treaty worthless.
        > Dorn | considers | the treaty worthless | magazine
        The trust said an internal review had found that the alarm was switched off.
        > an internal review | found | that the alarm was switched off | trust
        The agency Volt says the head of the central bank does not rule out a rate cut.
        > the head of the central bank | does not rule out | a rate cut | Volt
        Mr. Tarn told the Gull that "the board wants me gone".
        > the board | wants | me gone | Gull; Tarn
        Lawyers for the family say the school was warned by a nurse that the boy was ill.
        > a nurse | warned | that the boy was ill | Lawyers for the family
        The mayor said she had been assured by the operator that the water was clean.
        > the operator | assured | that the water was clean | mayor
        Residents say they were told by the fire brigade to stay indoors.
        > the fire brigade | told | to stay indoors | Residents
        Officers said the suspect was overheard saying that he "would be back".
        > the suspect | saying | that he "would be back" | Officers
        She said it was reported that the road had been mined.
        > | was reported | that the road had been mined | She
        The editor said readers had written to complain about the new fonts.
        > readers | complain | about the new fonts | editor
        Brandt, the Courier wrote, has decided that he will not run again.
        > Brandt | decided | that he will not run again | Courier
        Two of the clerks said the director had insisted on burning the list.
        > the director | insisted | on burning the list | clerks
        The company said that customers were demanding refunds.
        > customers | demanding | refunds | company
        Elke Moor told the inquiry that the pilot had radioed that an engine was on fire.
        > the pilot | radioed | that an engine was on fire | Elke Moor
        The spokeswoman added that both sides hoped to sign before the weekend.
        > both sides | hoped | to sign before the weekend | spokeswoman
        The Ardent Review says historians doubt that the battle took place.
        > historians | doubt | that the battle took place | Ardent Review
        Selm said the court had ruled that the strike was legal.
        > the court | ruled | that the strike was legal | Selm
        Fenwick said the ambassador's suggestion that the talks had failed was premature.
        > the ambassador's | suggestion | that the talks had failed | Fenwick
        Witnesses said a guard shouted that the doors were locked.
        > a guard | shouted | that the doors were locked | Witnesses
        One worker said his foreman had told him, "Sign it or go home."
        > his foreman | told | "Sign it or go home." | worker
        "My boss said, 'Nobody will notice,'" the engineer told the panel.
        > My boss | said | 'Nobody will notice,' | engineer
        “The doctor told us, ‘She will walk again,’” Mr. Lund said.
        > The doctor | told | ‘She will walk again,’ | Lund
        The broker said he was told that the shares were worthless.
        > | was told | that the shares were worthless | broker
        The Evening Sun reported, citing a court document, that Pell had offered to plead guilty.
        > Pell | offered | to plead guilty | Evening Sun; court document
        Three officers said Captain Roe had refused to open fire.
        > Captain Roe | refused | to open fire | officers
        A former aide claims the prince begged his staff to lie.
        > the prince | begged | to lie | aide
        The mayor's office said the architect had guaranteed that the roof would hold.
        > the architect | guaranteed | that the roof would hold | mayor's office
        Marlow said he knew that Teague had accused the firm of fraud.
        > Teague | accused | the firm of fraud | Marlow
        Greta Lyle said the insurers were blaming the weather.
        > the insurers | blaming | the weather | Greta Lyle
        Gunnar Thess told the Coast Ledger that the Danes would like the line finished by spring.
        > the Danes | would like | the line finished by spring | Coast Ledger; Gunnar Thess
        The prosecution alleges that Crane told Dole: "Burn everything."
        > Crane | told | "Burn everything." | prosecution
        The letter, seen by the Post of Ennis, says the bishop regretted his silence.
        > the bishop | regretted | his silence | letter
        The foreign ministry said that Varn's claim of a victory was false.
        > Varn's | claim | of a victory | foreign ministry
        An adviser said voters were tired of hearing that taxes would rise.
        An engineer who worked there said the owners knew that the dam was cracked.
        > the owners | knew | that the dam was cracked | engineer
        The committee heard from Dr. Ayle that patients complained of dizziness.
        > patients | complained | of dizziness | Ayle
        Miners said the manager had laughed and said the roof "had a year in it".
        > the manager | 2:said | the roof "had a year in it" | Miners
        The chairman said shareholders had urged him to sell the yard.
        > shareholders | urged | to sell the yard | chairman
        It is said that the old king asked for his boots before he died.
        > the old king | asked | for his boots |
        The lawyer said her client maintains that he was asleep.
        > her client | maintains | that he was asleep | lawyer
        The weekly wrote that the police suspect the cashier of tipping off the gang.
        > the police | suspect | the cashier of tipping off the gang | weekly
        Jory Blythe believes that his rival hopes to buy the club.
        > his rival | hopes | to buy the club | Jory Blythe
        The Northern Echoes blog says that a leaked memo recommends closing six wards.
        > a leaked memo | recommends | closing six wards | Northern Echoes
        Yara Dent said the crew had voted and agreed to sail.
        > the crew | agreed | to sail | Yara Dent
        He denied that he had told Moss to forge the stamp.
        Officials in Karsk say the admiral has announced plans to retire.
        > the admiral | announced | plans to retire | Officials in Karsk
        The judge noted that both experts had testified that the brakes were sound.
        > both experts | testified | that the brakes were sound | judge
        Nine families said they had heard from the council that the houses would be pulled down.
        > the council | heard from | that the houses would be pulled down | families
        Amory said the minister's warning that bread would run out had caused the panic.
        > the minister's | warning | that bread would run out | Amory
        The pollster said 40 per cent of those asked supported the strike.
        > 40 per cent of those asked | supported | the strike | pollster
        "I know my daughter wants to come home," Mrs. Tove said.
        > my daughter | wants | to come home | Tove
        "The Reds said it was ours, the Blues said it was theirs," the surveyor said.
        > The Reds | said | it was ours | surveyor
        > the Blues | 2:said | it was theirs | surveyor
        The regulator said the operator reported the leak on Sunday.
        > the operator | reported | the leak | regulator
        An elder told the missionaries that the mountain was angry.
        A colonel said the enemy was planning to cross at dawn.
        > the enemy | planning | to cross at dawn | colonel
        Olsen told the Harbour Times that Reth told him the tapes had been wiped.
        > Reth | 2:told | the tapes had been wiped | Harbour Times; Olsen
        The studio said the actress had never agreed to the scene.
        The tribunal found that Mr. Hale had lied when he said that he had paid.
        > 3:he | said | that he had paid | tribunal
        Kolen said the gate was rusted through and the pilots were tired.
        Hern said the tide would turn at noon.
        The report said the number of reported thefts fell by a third.
        The captain said the ship was said to be haunted only by fools.
        Weld said the so-called expert was a plumber.
        Odell said the plan would go ahead according to schedule.
        The company said the said amount had been paid in full.
        Strand said the ferry, called the "Old Promise", would sail on Sunday.
        The mayor said needless to say the fair would go on.
        Police said the driver had not said where he was going.
        A spokesman said the ministry would not comment on the claims.
        Orr said that if the owners say no, the strike will go on.
        Vane said the story of the whale was told in every school.
        Hald said the film "He Said Nothing" would open in Loam in June.
        The clerk said the letter was written on blue paper.
        Brandt said she had a say in the matter.
        Moor said the sign read well from the road.
        The union said nobody had told the night shift anything.
        Selm said the noted pianist was ill.
        "I say what I like," said Hollis.
        The trust said it took the allegations seriously.
        Dorn said the wanted man was in Spain.
        The agency said the expected rise in prices had not come.
        Quill said the claims desk would close at five.
        Residents say the quarry has twice been told by a judge to stop blasting.
        > a judge | told | to stop blasting | Residents
        The court noted that the tenant had once boasted to a neighbour that "tin burns".
        > the tenant | boasted | that "tin burns" | court
        The dairy, its manager Ina Brask told the Morning Tide, expects to hire forty people.
        > The dairy | expects | to hire forty people | Morning Tide; Ina Brask
        Her deputy, Orla Penn said, had told her in writing that the vault was empty.
        > Her deputy | told | that the vault was empty | Orla Penn
        The coach said the side played as planned.
        Weld said the memo put the crew at risk.
        Frey said the fare was four kroner per head, and rising.
        Bask said the promised land was a car park.
        "Let us say ten," said the dealer.
        Rell said the police report was thirty pages long.
        The owners said that the order book was full.
        Frey said the statement was signed and dated.
        Pruss said he wondered, as one says, what the point was.
        The admiral said the announced visit had been called off.
        Arden said there was no question of a sale.
        Holm said the orders were for steel.
        """#
}
