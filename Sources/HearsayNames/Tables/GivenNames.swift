/// Given names that one person goes by: short forms, and the forms of Russian and Ukrainian.
enum GivenNames {
    /// One name, in its spellings and short forms, a line.
    static let same = """
        Alexander Aleksandr Alexandr Aleksander Oleksandr Oleksander Aliaksandr Sasha Alex Alec Саша
        Alexei Alexey Aleksei Aleksey Oleksiy Oleksii Alyosha
        Andrei Andrey Andrej Andriy Andrii
        Andrew Andy Drew
        Anthony Tony
        Anatoly Anatoliy Anatolii
        Arkady Arkadiy Arkadii
        Artyom Artem
        Barack Barry
        Benjamin Ben Benny Bibi Binyamin בנימין
        Boris Borys
        Catherine Katherine Kathryn Cathy Kathy Kate Katie
        Charles Charlie Chuck
        Christopher Chris Kit
        Christine Christina Chrissy
        Daniel Dan Danny
        Daria Darya Dariia Dasha
        David Dave Davey Davyd
        Denis Denys Dennis
        Dmitry Dmitri Dmitriy Dmitrii Dmytro Dima
        Donald Don Donny
        Deborah Debra Debbie
        Edward Ed Eddie Ted Teddy
        Elizabeth Elisabeth Liz Lizzie Beth Betty
        Eugene Gene
        Yevgeny Evgeny Yevgeniy Yevgenii Evgeni Yevhen Yevhenii Evhen Zhenya
        Ekaterina Yekaterina Kateryna Katerina Katya
        Elena Yelena Olena Lena
        Emmanuel Manuel
        Frederick Fred Freddy Frederik
        Gabriel Gabe
        Gennady Gennadiy Hennadiy Hennadii
        Georgy Georgiy Georgi Heorhiy Heorhii
        Grigory Grigoriy Hryhoriy Hryhorii Grisha
        Gregory Greg
        Harold Hal Harry
        Igor Ihor
        Ilya Ilia Illia
        Irina Iryna Ira
        Jacob Jake
        James Jim Jimmy Jamie
        Jennifer Jen Jenny
        Jeffrey Geoffrey Jeff Geoff
        John Johnny Jack Jon
        Jonathan Jon
        Joseph Joe Joey Josef
        Joshua Josh
        Konstantin Kostyantyn Kostiantyn Kostya
        Kirill Kyrylo
        Kenneth Ken Kenny
        Kimberly Kim
        Lawrence Laurence Larry
        Leonard Len Lenny Leo
        Leonid Leonyd
        Lyudmila Lyudmyla Liudmyla Ludmila
        Margaret Maggie Meg Peggy
        Maria Mariia Mariya Masha
        Marc Mark
        Matthew Matt
        Maxim Maksim Maksym Max
        Michael Mike Mick Micky
        Mikhail Mykhailo Mykhaylo Misha
        Mohammed Mohammad Muhammad Mohamed Mohamad Muhammed Mohamet Muhamed Mahomed
        Muammar Moammar Muamar Moamer
        Ahmed Ahmad Akhmed Akhmad Ahmet
        Hassan Hasan
        Hussein Husayn Hussain Husein Hossein Husain
        Ibrahim Ebrahim
        Ismail Ismael Esmail
        Mahmoud Mahmud Mahmood
        Mustafa Mostafa Moustafa
        Omar Umar
        Osama Usama
        Othman Osman Uthman
        Saddam Sadam
        Said Saeed Sayeed Saeid
        Saleh Salih
        Suleiman Sulayman Soleiman Sulaiman
        Yusuf Yousef Youssef Yusef Yousuf Yousif
        Yahya Yehia Yahia
        Abdullah Abdallah Abdulla
        Khalid Khaled
        Jamal Gamal
        Nadezhda Nadiya Nadiia Nadia
        Natalia Nataliya Natalya Nataliia Natasha
        Nicholas Nick Nicky
        Nikita Mykyta
        Nikolai Nikolay Nikolaj Mykola Kolya
        Oksana Oxana
        Oleg Oleh
        Olga Olha Olya
        Pamela Pam
        Patrick Pat Paddy
        Pavel Pavlo Pasha
        Peter Pete
        Pyotr Petr Petro
        Philip Phillip Phil
        Rebecca Becky
        Richard Rick Dick Ricky
        Robert Rob Bob Bobby Robbie
        Ronald Ron Ronnie
        Roman Romain
        Samuel Sam
        Semyon Semen
        Sergei Sergey Sergej Serhiy Serhii Sergii Sergiy Sergejs Syarhey Siarhei Serej Seryozha
        Stephen Steven Steve Stephan Stefan
        Susan Sue Susie Suzanne
        Svetlana Svitlana Sviatlana
        Sviatoslav Svyatoslav
        Tatiana Tatyana Tetiana Tetyana Tanya
        Theodore Ted Teddy
        Theresa Teresa Terry
        Thomas Tom Tommy
        Timothy Tim
        Vadim Vadym
        Valery Valeriy Valerii Valeri
        Vasily Vasiliy Vasyl Vasilii Vasya
        Victor Viktor
        Victoria Viktoria Viktoriya Viktoriia Vicky
        Vincent Vince
        Vitaly Vitaliy Vitalii Vitali
        Vladimir Volodymyr Wladimir Uladzimir Vladimír Vova Volodya
        Vladislav Vladyslav Wladyslaw
        Vyacheslav Viacheslav Slava
        William Bill Billy Will Willie Liam
        Yaroslav Jaroslav
        Yulia Yuliya Iuliia Yuliia
        Yuri Yury Yuriy Yurii Iurii Jurij
        Zachary Zach Zack
        Iosif Yosyp
        Ivan Vanya
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
