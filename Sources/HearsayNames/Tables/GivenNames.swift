/// Given names that one person goes by: short forms, and the forms of Russian and Ukrainian.
enum GivenNames {
    /// One name of the West, in its spellings and short forms, a line.
    static let western = """
        Andrew Andy Drew
        Anthony Antony Tony
        Barack Barry
        Benjamin Ben Benny Bibi Binyamin בנימין
        Catherine Cathy Kate Katie
        Charles Charlie Chuck
        Christina Chrissy Tina
        Christine Chrissy
        Christopher Chris Kit
        Daniel Dan Danny
        David Dave Davey Davyd
        Deborah Debbie
        Debra Debbie
        Donald Don Donny
        Edward Ed Eddie Ted Teddy
        Elisabeth Liz
        Elizabeth Liz Lizzie Beth Betty
        Eugene Gene
        Frederick Fred Freddy Frederik
        Gabriel Gabe
        Geoffrey Geoff
        Gregory Greg
        Harold Hal Harry
        Jacob Jake
        James Jim Jimmy Jamie
        Jeffrey Jeff
        Jennifer Jen Jenny
        John Johnny Jack
        Jonathan Jon
        Joseph Joe Joey Josef
        Joshua Josh
        Katherine Kathy Kate Katie
        Kathryn Kathy Kate Katie
        Kenneth Ken Kenny
        Kimberly Kim
        Laurence Larry
        Lawrence Larry
        Leonard Len Lenny Leo
        Margaret Maggie Meg Peggy
        Matthew Matt
        Michael Mike Mick Micky
        Nicholas Nick Nicky
        Pamela Pam
        Patrick Pat Paddy
        Peter Pete
        Philip Phillip Phil
        Rebecca Becky
        Richard Rick Dick Ricky
        Robert Rob Bob Bobby Robbie
        Ronald Ron Ronnie
        Samuel Sam
        Stephan Stefan
        Stephen Steve
        Steven Steve
        Susan Sue Susie
        Teresa Terry
        Theodore Ted Teddy
        Theresa Terry
        Thomas Tom Tommy
        Timothy Tim
        Vincent Vince
        William Bill Billy Will Willie Liam
        Zachary Zach Zack
        """

    /// One name of Russia and Ukraine, in the spellings of both languages, a line.
    static let slavic = """
        Alexander Aleksandr Alexandr Aleksander Oleksandr Oleksander Aliaksandr Sasha Alex Alec Саша
        Alexei Alexey Aleksei Aleksey Oleksiy Oleksii Alyosha
        Anatoly Anatoliy Anatolii
        Andrei Andrey Andrej Andriy Andrii
        Anna Hanna Ganna Anya
        Anton Antin
        Arkady Arkadiy Arkadii
        Artyom Artem
        Bogdan Bohdan
        Boris Borys
        Daniil Danylo
        Daria Darya Dariia Dasha
        Denis Denys Dennis
        Dmitry Dmitri Dmitriy Dmitrii Dmytro Dima
        Ekaterina Yekaterina Kateryna Katerina Katya
        Elena Yelena Olena Lena
        Filipp Pylyp
        Fyodor Fedir Fedor
        Galina Halyna
        Gavriil Havrylo
        Gennady Gennadiy Hennadiy Hennadii
        Georgy Georgiy Georgi Heorhiy Heorhii
        Gleb Hlib
        Grigory Grigoriy Hryhoriy Hryhorii Grisha
        Igor Ihor
        Ilya Ilia Illia
        Iosif Yosyp
        Irina Iryna Ira
        Ivan Vanya
        Kirill Kyrylo
        Konstantin Kostyantyn Kostiantyn Kostya
        Larisa Larysa
        Leonid Leonyd
        Lev
        Lidia Lidiya Lidiia
        Lyubov Liubov
        Lyudmila Lyudmyla Liudmyla Ludmila
        Maria Mariia Mariya Masha
        Marina Maryna
        Matvey Matviy
        Maxim Maksim Maksym Max
        Mikhail Mykhailo Mykhaylo Mikheil Misha
        Mstislav Mstyslav
        Nadezhda Nadiya Nadiia Nadia
        Natalia Nataliya Natalya Nataliia Natasha
        Nikita Mykyta
        Nikolai Nikolay Nikolaj Mykola Kolya
        Oksana Oxana
        Oleg Oleh
        Olga Olha Olya
        Pavel Pavlo Pasha
        Pyotr Petr Petro
        Roman
        Rostislav Rostyslav
        Rinat Renat
        Ruslan
        Rustam
        Rustem
        Semyon Semen
        Sergei Sergey Sergej Serhiy Serhii Sergii Sergiy Sergejs Syarhey Siarhei Serej Seryozha
        Stanislav
        Stepan
        Svetlana Svitlana Sviatlana
        Sviatoslav Svyatoslav
        Taras
        Tatiana Tatyana Tetiana Tetyana Tanya
        Timofey Tymofiy
        Timur
        Vadim Vadym
        Valery Valeriy Valerii Valeri
        Vasily Vasiliy Vasyl Vasilii Vasya
        Vera Vira
        Victor Viktor
        Victoria Viktoria Viktoriya Viktoriia Vicky
        Viktor
        Vitaly Vitaliy Vitalii Vitali
        Vladimir Volodymyr Wladimir Uladzimir Vladimír Vova Volodya
        Vladislav Vladyslav Wladyslaw
        Vyacheslav Viacheslav Slava
        Yaroslav Jaroslav
        Yegor Egor
        Yevgeny Evgeny Yevgeniy Yevgenii Evgeni Yevhen Yevhenii Evhen Zhenya
        Yulia Yuliya Iuliia Yuliia
        Yuri Yury Yuriy Yurii Iurii Jurij
        Zakhar
        Zinaida Zinayida
        """

    /// One Arabic name, as newspapers write it, a line.
    static let arabic = """
        Abdullah Abdallah Abdulla
        Ahmed Ahmad Akhmed Akhmad Ahmet
        Hassan Hasan
        Hussein Husayn Hussain Husein Hossein Husain
        Ibrahim Ebrahim
        Ismail Ismael Esmail
        Jamal Gamal
        Khalid Khaled
        Mahmoud Mahmud Mahmood
        Mohammed Mohammad Muhammad Mohamed Mohamad Muhammed Mohamet Muhamed Mahomed
        Muammar Moammar Muamar Moamer
        Mustafa Mostafa Moustafa
        Omar Umar
        Osama Usama
        Othman Osman Uthman
        Saddam Sadam
        Said Saeed Sayeed Saeid
        Saleh Salih
        Suleiman Sulayman Soleiman Sulaiman
        Yahya Yehia Yahia
        Yusuf Yousef Youssef Yusef Yousuf Yousif
        """

    /// Names that languages translate into each other: alike, but seldom one person's.
    static let kin = """
        John Juan Ivan Johann Jean Giovanni Jan Joao Hans Ian Ioannis Yohannes
        Michael Mikhail Miguel Michel Michele Mihai Mykhailo
        Peter Pyotr Pedro Pierre Pietro Petro
        Paul Pavel Pablo Paolo Pavlo
        George Georgy Jorge Georges Giorgio Georg Yuri
        Joseph Jose Giuseppe Iosif Yusuf
        Jacob James Jaime Giacomo Jacques Yakov
        Emmanuel Manuel
        Mark Marc Marco Marcos
        Stephen Steven Stefan
        Louis Luis Luigi Ludwig
        Charles Carlos Carlo Karl
        Henry Enrique Henri Heinrich Enrico
        William Guillermo Guillaume Wilhelm
        Stephen Esteban Etienne Stepan
        Nicholas Nikolai Nicolas Nicola Mykola
        Andrew Andrei Andres Andrea Andreas Andriy
        Eugene Yevgeny Yevhen Eugenio Eugen
        Julia Yulia Giulia Julie
        Alexander Alejandro Alessandro Alexandre
        Lawrence Laurent Lorenzo
        """
}
