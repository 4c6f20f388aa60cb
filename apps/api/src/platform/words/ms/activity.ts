/** What happened, as the news, the feeds and the pages say it. */
export const ACTIVITY: Readonly<Record<string, string>> = {
  'What happens from a need to what is shared back.':
    'Apa yang berlaku daripada keperluan hingga apa yang dikongsi semula.',
  'Ideas on OpenImpact': 'Idea di OpenImpact',
  'Needs that people who do the work have seen.': 'Keperluan yang dilihat oleh orang yang melakukan kerjanya.',
  'News of the project': 'Berita projek',
  'There is no such project.': 'Tiada projek seperti itu.',
  'Something changed': 'Sesuatu berubah',
  'What was learned was shared, as was agreed for an early end':
    'Apa yang dipelajari dikongsi, seperti dipersetujui jika projek tamat awal',
  'An organisation changed from which amount a second person decides':
    'Sebuah organisasi mengubah jumlah yang memerlukan keputusan orang kedua',
  'An organisation said it would try or use this': 'Sebuah organisasi berkata akan mencuba atau menggunakannya',
  'An organisation withdrew its interest': 'Sebuah organisasi menarik balik minatnya',
  'The common agenda was revised': 'Agenda bersama disemak semula',
  'A member organisation signed the common agenda': 'Sebuah organisasi ahli menandatangani agenda bersama',
  'What will be shared back was drafted': 'Apa yang akan dikongsi semula telah dirangka',
  'The promise of what will be shared back was signed':
    'Janji tentang apa yang akan dikongsi semula telah ditandatangani',
  'A funder answered whether what was agreed may change':
    'Seorang pembiaya menjawab sama ada apa yang dipersetujui boleh berubah',
  'It was proposed to change what was agreed': 'Dicadangkan untuk mengubah apa yang dipersetujui',
  'The brief was worked on': 'Taklimat dikerjakan',
  'A project stopped waiting for a payment that did not come':
    'Sebuah projek berhenti menunggu bayaran yang tidak tiba',
  'Somebody commented': 'Seseorang memberi komen',
  'A comment was edited': 'Satu komen disunting',
  'A comment was removed': 'Satu komen dibuang',
  'The site team imported a matrix of licences': 'Pasukan laman mengimport matriks lesen',
  'Somebody said anew what a component does': 'Seseorang menyatakan semula apa yang dilakukan oleh sesuatu komponen',
  'Somebody decided under which licence a component stands': 'Seseorang menentukan lesen bagi sesuatu komponen',
  'A newer file of a component was read': 'Fail komponen yang lebih baharu telah dibaca',
  'A component that can be reused was registered': 'Komponen yang boleh diguna semula telah didaftarkan',
  'An organisation said again that it uses a component':
    'Sebuah organisasi menyatakan semula bahawa ia menggunakan sesuatu komponen',
  'Somebody doubted that an organisation uses a component':
    'Seseorang meragui bahawa sebuah organisasi menggunakan sesuatu komponen',
  'An organisation said that it uses a component': 'Sebuah organisasi berkata ia menggunakan sesuatu komponen',
  'An organisation said that it no longer uses a component':
    'Sebuah organisasi berkata ia tidak lagi menggunakan sesuatu komponen',
  'A year has passed: does your organisation still use this component?':
    'Setahun telah berlalu: adakah organisasi anda masih menggunakan komponen ini?',
  'The authors answered a concern': 'Para penulis menjawab satu kebimbangan',
  'The project recorded a decision': 'Projek merekodkan satu keputusan',
  'An entry of the shared library was linked': 'Satu entri perpustakaan bersama dipautkan',
  'Something new is in the shared library': 'Ada yang baharu dalam perpustakaan bersama',
  'Somebody said that an entry of the shared library still holds':
    'Seseorang berkata satu entri perpustakaan bersama masih benar',
  'What came of it is in use': 'Hasilnya sedang digunakan',
  'You are asked whether your organisation gives something to the shared library too':
    'Anda ditanya sama ada organisasi anda turut memberi sesuatu kepada perpustakaan bersama',
  'An organisation gives something of the shared library too':
    'Sebuah organisasi turut memberi sesuatu dalam perpustakaan bersama',
  'An organisation said again that it uses an entry of the shared library':
    'Sebuah organisasi menyatakan semula bahawa ia menggunakan satu entri perpustakaan bersama',
  'Somebody doubted that an organisation uses an entry of the shared library':
    'Seseorang meragui bahawa sebuah organisasi menggunakan satu entri perpustakaan bersama',
  'An organisation said that it no longer uses an entry of the shared library':
    'Sebuah organisasi berkata ia tidak lagi menggunakan satu entri perpustakaan bersama',
  'A year has passed: does your organisation still use this entry of the shared library?':
    'Setahun telah berlalu: adakah organisasi anda masih menggunakan entri perpustakaan bersama ini?',
  'An organisation said that it uses an entry of the shared library':
    'Sebuah organisasi berkata ia menggunakan satu entri perpustakaan bersama',
  'An entry of the shared library was taken back': 'Satu entri perpustakaan bersama ditarik balik',
  'An entry of the shared library was revised': 'Satu entri perpustakaan bersama disemak semula',
  'The funding round is about to close': 'Pusingan pembiayaan hampir ditutup',
  'The deadline of a funding round was moved': 'Tarikh akhir satu pusingan pembiayaan dialihkan',
  'The funding round did not reach its minimum this time': 'Pusingan pembiayaan tidak mencapai minimumnya kali ini',
  'A funding round was opened': 'Satu pusingan pembiayaan dibuka',
  'The funding round succeeded': 'Pusingan pembiayaan berjaya',
  'A session was opened in which people vote without accounts': 'Satu sesi dibuka untuk orang mengundi tanpa akaun',
  'People with experience of it were heard': 'Orang yang mengalaminya telah didengar',
  'A second steward undid a decision of the site team':
    'Ahli kedua pasukan laman membatalkan satu keputusan pasukan itu',
  'A second steward found that a decision of the site team stands':
    'Ahli kedua pasukan laman mendapati satu keputusan pasukan itu kekal',
  'Somebody appealed against a decision of the site team': 'Seseorang merayu terhadap keputusan pasukan laman',
  'Somebody was asked to write the idea too': 'Seseorang diminta turut menulis idea ini',
  'Somebody writes the idea too': 'Seseorang turut menulis idea ini',
  'What was promised is in the shared library': 'Apa yang dijanjikan sudah ada dalam perpustakaan bersama',
  'The site team declined the idea': 'Pasukan laman menolak idea ini',
  'The money came together, and the work begins': 'Wang telah terkumpul, dan kerja bermula',
  'An idea fits an open offer of yours': 'Satu idea sesuai dengan tawaran terbuka anda',
  'Funders can pledge now': 'Pembiaya boleh berjanji sekarang',
  'Somebody asks whether your organisation would lead their idea':
    'Seseorang bertanya sama ada organisasi anda mahu menerajui idea mereka',
  'An organisation cannot lead the idea now': 'Sebuah organisasi tidak dapat menerajui idea ini sekarang',
  'An organisation would lead the idea': 'Sebuah organisasi sanggup menerajui idea ini',
  'A need was logged': 'Satu keperluan dicatat',
  'The idea was joined with another': 'Idea ini digabungkan dengan idea lain',
  'The idea stands by itself again': 'Idea ini berdiri sendiri semula',
  'The idea is back where it stood': 'Idea ini kembali ke tempatnya',
  'The idea was revised': 'Idea ini disemak semula',
  'The idea is ready to fund': 'Idea ini sedia dibiayai',
  'The project stopped, and says what it learned': 'Projek dihentikan, dan menyatakan apa yang dipelajarinya',
  'The idea has backing': 'Idea ini mendapat sokongan',
  'The author withdrew the idea': 'Penulis menarik balik idea ini',
  'Something that will be measured was defined': 'Sesuatu yang akan diukur telah ditakrifkan',
  'What is measured got a new definition': 'Apa yang diukur mendapat takrif baharu',
  'A project said where a number should arrive': 'Sebuah projek menyatakan angka yang hendak dicapai',
  'A funder is interested, subject to its board': 'Seorang pembiaya berminat, tertakluk kepada lembaganya',
  'A funder took back its interest': 'Seorang pembiaya menarik balik minatnya',
  'A promise about money does not hold': 'Satu janji tentang wang tidak dipegang',
  'A second person authorised automatic pledges': 'Orang kedua membenarkan janji automatik',
  'Automatic pledges wait for a second person': 'Janji automatik menunggu orang kedua',
  'Automatic pledges were stopped': 'Janji automatik dihentikan',
  'An open offer to fund was closed': 'Satu tawaran terbuka untuk membiayai ditutup',
  'An open offer to fund was published': 'Satu tawaran terbuka untuk membiayai diterbitkan',
  'An open offer to fund was revised': 'Satu tawaran terbuka untuk membiayai disemak semula',
  'An author agreed that two ideas go together': 'Seorang penulis bersetuju dua idea digabungkan',
  'Two ideas stay two': 'Dua idea kekal dua',
  'Two ideas became one. Those who stand behind either can object':
    'Dua idea menjadi satu. Sesiapa yang menyokong salah satunya boleh membantah',
  'A supporter objected to joining two ideas': 'Seorang penyokong membantah penggabungan dua idea',
  'Somebody proposed to join the idea with another': 'Seseorang mencadangkan idea ini digabungkan dengan idea lain',
  'Two ideas that were one are two again': 'Dua idea yang pernah menjadi satu kini dua semula',
  'A milestone was reached': 'Satu pencapaian tercapai',
  'A planned step was changed or moved': 'Satu langkah yang dirancang diubah atau dialihkan',
  'A milestone was planned': 'Satu pencapaian dirancang',
  'Something promised is due soon': 'Sesuatu yang dijanjikan akan tiba tarikhnya',
  'The date of something promised is over': 'Tarikh sesuatu yang dijanjikan telah berlalu',
  'A promise was opened again, because what was checked has changed':
    'Satu janji dibuka semula kerana apa yang diperiksa telah berubah',
  'It is promised what will be shared back': 'Dijanjikan apa yang akan dikongsi semula',
  'The funders let a promise go, and say why': 'Para pembiaya melepaskan satu janji, dan menyatakan sebabnya',
  'A funder showed what it gave before': 'Seorang pembiaya menunjukkan apa yang pernah diberinya',
  'A funder no longer shows what it gave before': 'Seorang pembiaya tidak lagi menunjukkan apa yang pernah diberinya',
  'An organisation named somebody who approves pledges': 'Sebuah organisasi menamakan orang yang meluluskan janji',
  'An organisation joined': 'Sebuah organisasi menyertai',
  'Somebody was invited to an organisation': 'Seseorang dijemput ke sebuah organisasi',
  'Somebody joined an organisation': 'Seseorang menyertai sebuah organisasi',
  'Somebody left an organisation': 'Seseorang meninggalkan sebuah organisasi',
  'An organisation said something about a fact in its openness record':
    'Sebuah organisasi memberi penjelasan tentang satu fakta dalam rekod keterbukaannya',
  'Somebody’s role in an organisation changed': 'Peranan seseorang dalam sebuah organisasi berubah',
  'An organisation changed what it says about itself':
    'Sebuah organisasi mengubah apa yang dinyatakannya tentang dirinya',
  'The site team could not verify an organisation': 'Pasukan laman tidak dapat mengesahkan sebuah organisasi',
  'An organisation will be verified unless somebody objects':
    'Sebuah organisasi akan disahkan kecuali ada yang membantah',
  'An organisation asked to be verified': 'Sebuah organisasi meminta disahkan',
  'An organisation was verified': 'Sebuah organisasi disahkan',
  'A payment was received': 'Satu bayaran diterima',
  'A payment was recorded': 'Satu bayaran direkodkan',
  'A payment came back': 'Satu bayaran dipulangkan',
  'Somebody deleted their account': 'Seseorang memadamkan akaunnya',
  'The site team blocked this account. You can appeal': 'Pasukan laman menyekat akaun ini. Anda boleh merayu',
  'Other numbers for what an idea needs are in force':
    'Angka lain bagi apa yang diperlukan oleh sesuatu idea kini berkuat kuasa',
  'Other numbers for what an idea needs are proposed':
    'Angka lain bagi apa yang diperlukan oleh sesuatu idea dicadangkan',
  'Your post was looked at and is published': 'Kiriman anda telah dilihat dan diterbitkan',
  'Your post was looked at and was not published': 'Kiriman anda telah dilihat dan tidak diterbitkan',
  'A pledge waits for a second person': 'Satu janji menunggu orang kedua',
  'A second person approved a pledge': 'Orang kedua meluluskan satu janji',
  'A funder changed its pledge': 'Seorang pembiaya mengubah janjinya',
  'A pledge became agreed money': 'Satu janji menjadi wang yang dipersetujui',
  'A second person declined a pledge': 'Orang kedua menolak satu janji',
  'A pledge was not approved before the round closed': 'Satu janji tidak diluluskan sebelum pusingan ditutup',
  'Agreed money is owed again, because a payment came back':
    'Wang yang dipersetujui terhutang semula kerana satu bayaran dipulangkan',
  'A funder pledged': 'Seorang pembiaya berjanji',
  'A funder said that its pledge stands for the later deadline':
    'Seorang pembiaya berkata janjinya kekal bagi tarikh akhir yang baharu',
  'A pledge was released': 'Satu janji dilepaskan',
  'A pledge was paid in full': 'Satu janji dibayar sepenuhnya',
  'A funder withdrew its pledge': 'Seorang pembiaya menarik balik janjinya',
  'The project recorded progress': 'Projek merekodkan kemajuan',
  'A funder gave notice that it will release what is left':
    'Seorang pembiaya memberi notis bahawa ia akan melepaskan bakinya',
  'What was left of a pledge was released': 'Baki satu janji dilepaskan',
  'User research was linked': 'Kajian pengguna dipautkan',
  'What was shared back waits to be checked': 'Apa yang dikongsi semula menunggu diperiksa',
  'What was shared back has waited so long that the site team may check it':
    'Apa yang dikongsi semula telah lama menunggu, jadi pasukan laman boleh memeriksanya',
  'Changes to what was shared back were asked for': 'Perubahan kepada apa yang dikongsi semula diminta',
  'What was promised was handed in': 'Apa yang dijanjikan telah diserahkan',
  'What was promised was checked and found good': 'Apa yang dijanjikan telah diperiksa dan didapati baik',
  'The authors looked for something to reuse, and say why nothing fits':
    'Para penulis mencari sesuatu untuk diguna semula, dan menyatakan mengapa tiada yang sesuai',
  'An offer to reuse something was accepted': 'Satu tawaran guna semula diterima',
  'An offer to reuse something was declined': 'Satu tawaran guna semula ditolak',
  'Somebody offered something that could be reused': 'Seseorang menawarkan sesuatu yang boleh diguna semula',
  'An offer to reuse something made way for another': 'Satu tawaran guna semula memberi laluan kepada yang lain',
  'An offer to reuse something was withdrawn': 'Satu tawaran guna semula ditarik balik',
  'Somebody gave their seat in the project back': 'Seseorang memulangkan tempatnya dalam projek',
  'The people a project is for were invited to its table': 'Orang yang dituju oleh sesuatu projek dijemput ke mejanya',
  'Somebody took a seat in the project': 'Seseorang mengambil tempat dalam projek',
  'The people at the table said what they think of the next step':
    'Orang di meja menyatakan pendapat tentang langkah seterusnya',
  'A project will ask the people it is for': 'Sebuah projek akan bertanya kepada orang yang ditujunya',
  'A project measures by a shared data standard': 'Sebuah projek mengukur mengikut piawaian data bersama',
  'The site team brought a table in': 'Pasukan laman membawa masuk sebuah jadual',
  'Somebody no longer answers for something in the coordinating team':
    'Seseorang tidak lagi bertanggungjawab atas sesuatu dalam pasukan penyelaras',
  'Somebody joined the coordinating team': 'Seseorang menyertai pasukan penyelaras',
  'An instalment was asked for': 'Satu ansuran diminta',
  'Somebody asked the site team to look at something': 'Seseorang meminta pasukan laman melihat sesuatu',
  'The site team looked at what was reported, and it stays':
    'Pasukan laman telah melihat apa yang dilaporkan, dan ia kekal',
  'The site team removed something that was reported': 'Pasukan laman membuang sesuatu yang dilaporkan',
  'Somebody may be at risk: the site team was told': 'Seseorang mungkin berisiko: pasukan laman telah diberitahu',
  'Somebody joined the site team': 'Seseorang menyertai pasukan laman',
  'Somebody left the site team': 'Seseorang meninggalkan pasukan laman',
  'The site team took something out that must not be public':
    'Pasukan laman mengeluarkan sesuatu yang tidak boleh didedahkan',
  'The project corrected its news': 'Projek membetulkan beritanya',
  'The project told its news': 'Projek menyampaikan beritanya',
  'The project says what changed because of what people said':
    'Projek menyatakan apa yang berubah kerana kata-kata orang',
  'It is recorded what the people who used it said': 'Kata-kata orang yang menggunakannya direkodkan',
  'A project was convened': 'Sebuah projek dihimpunkan',
  'A project was funded': 'Sebuah projek dibiayai',
  'The project was handed over to those who will run it': 'Projek diserahkan kepada mereka yang akan mengendalikannya',
  'The project moved to its next phase': 'Projek beralih ke fasa seterusnya',
  'The project changed what it says about itself': 'Projek mengubah apa yang dinyatakannya tentang dirinya',
  'The text changed: do you still stand by your vote?':
    'Teks telah berubah: adakah anda masih berpegang pada undi anda?',
  'Somebody named for safeguarding looked at who wrote something':
    'Seseorang yang dinamakan untuk perlindungan melihat siapa penulis sesuatu',
  'Votes that were set aside count again': 'Undi yang diketepikan kini dikira semula',
  'The site team set votes aside, and says why': 'Pasukan laman mengetepikan undi, dan menyatakan sebabnya',
  'Somebody voted': 'Seseorang mengundi',
  'More votes are counted': 'Lebih banyak undi dikira',
  'Somebody confirmed their vote after the idea changed': 'Seseorang mengesahkan undinya selepas idea berubah',
  'A vote was imported': 'Satu undi diimport',
  'A vote was recorded for somebody': 'Satu undi direkodkan bagi pihak seseorang',
  'A vote recorded for somebody was taken out': 'Satu undi yang direkodkan bagi pihak seseorang dikeluarkan',
  'Somebody withdrew their vote': 'Seseorang menarik balik undinya',
  'A funder answered whether a promise may be let go': 'Seorang pembiaya menjawab sama ada satu janji boleh dilepaskan',
  'A funder has not answered yet whether a promise may be let go':
    'Seorang pembiaya belum menjawab sama ada satu janji boleh dilepaskan',
  'A program of yours did not answer for three days and is told nothing any more':
    'Program anda tidak menjawab selama tiga hari dan tidak lagi diberitahu',
  'It was proposed to let a promise go': 'Dicadangkan untuk melepaskan satu janji',
  'What organisations measured is told anew, all of them together':
    'Apa yang diukur oleh organisasi dinyatakan semula, kesemuanya bersama-sama',
  'Too few organisations report it now for anything to be told':
    'Terlalu sedikit organisasi melaporkannya sekarang untuk apa-apa dinyatakan',
  'Your organisation reported what it measured': 'Organisasi anda melaporkan apa yang diukurnya',
  'Your organisation took back something it had reported':
    'Organisasi anda menarik balik sesuatu yang telah dilaporkannya',
};
