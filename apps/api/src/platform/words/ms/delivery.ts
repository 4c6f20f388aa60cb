/** What is said about projects, instalments, what is shared back, the library, components and files. */
export const DELIVERY: Readonly<Record<string, string>> = {
  'A milestone it depends on is not in this plan.': 'Pencapaian yang menjadi sandarannya tiada dalam rancangan ini.',
  'A web page answers there, not the file. Give the address of the file itself.':
    'Halaman web yang menjawab di situ, bukan fail. Beri alamat fail itu sendiri.',
  'A web page lies there and no file. It may ask to sign in: a repository has to be public.':
    'Yang ada di situ ialah halaman web, bukan fail. Mungkin ia meminta log masuk: repositori mesti terbuka kepada umum.',
  'All agreed money was asked for or released already.': 'Semua wang yang dipersetujui sudah diminta atau dilepaskan.',
  'An admin or approver of a funder answers for it.': 'Pentadbir atau pelulus pembiaya bertanggungjawab atasnya.',
  'An organisation of yours is part of the project, so somebody else has to check this.':
    'Organisasi anda sebahagian daripada projek ini, jadi orang lain perlu memeriksanya.',
  'Another amount was announced.': 'Jumlah lain telah diumumkan.',
  'Ask for instalment {0} first.': 'Minta ansuran {0} dahulu.',
  'Ask the seats of {0} first what they think.': 'Tanya kerusi {0} dahulu tentang pendapat mereka.',
  'Choose a day within two years.': 'Pilih hari dalam tempoh dua tahun.',
  'Choose an organisation that you speak for.': 'Pilih organisasi yang anda wakili.',
  'Choose an organisation you belong to: nobody says it for others.':
    'Pilih organisasi yang anda sertai: tiada sesiapa menyatakannya bagi pihak orang lain.',
  'Choose at least one idea that the project is for.': 'Pilih sekurang-kurangnya satu idea untuk projek ini.',
  'Choose fewer files.': 'Pilih lebih sedikit fail.',
  'Choose fewer themes.': 'Pilih lebih sedikit tema.',
  'Choose fewer things it does.': 'Pilih lebih sedikit perkara yang dilakukannya.',
  'Choose somebody of the project: its team, its table or its organisations.':
    'Pilih seseorang daripada projek: pasukannya, mejanya atau organisasinya.',
  'Give a file, an address or your own words: one of them.':
    'Beri fail, alamat atau kata-kata anda sendiri: salah satu.',
  'Give the address where it is, or paste the text itself.': 'Beri alamat tempatnya, atau tampal teks itu sendiri.',
  'Give the bank reference of the payment.': 'Beri rujukan bank bagi bayaran itu.',
  'Give the file a plain name, without folders or signs that some computers do not allow.':
    'Beri fail nama yang mudah, tanpa folder atau tanda yang tidak dibenarkan oleh sesetengah komputer.',
  'In {0} there may be personal data. Look through it before everybody can.':
    'Mungkin ada data peribadi dalam {0}. Semak dahulu sebelum semua orang dapat melihatnya.',
  'Instalment {0} was asked for already.': 'Ansuran {0} sudah diminta.',
  'Invite at least one person with a link, and not too many at once.':
    'Jemput sekurang-kurangnya seorang dengan satu pautan, dan jangan terlalu ramai sekali gus.',
  'It builds on {0}, which is yours, so somebody else has to check this.':
    'Ia dibina atas {0}, yang milik anda, jadi orang lain perlu memeriksanya.',
  'It is due before something it needs.': 'Tarikhnya lebih awal daripada sesuatu yang diperlukannya.',
  'It is no longer said that this is used.': 'Tidak lagi dinyatakan bahawa ini digunakan.',
  'It is your own organisation’s word. Say there that it is no longer used.':
    'Ini kata organisasi anda sendiri. Nyatakan di sana bahawa ia tidak lagi digunakan.',
  'It took too long to look through this file. Send it in parts, or give an address where it is.':
    'Fail ini mengambil masa terlalu lama untuk diperiksa. Hantarnya dalam bahagian, atau beri alamat tempatnya.',
  'It was said that this is no longer used. Declare it again.':
    'Telah dinyatakan bahawa ini tidak lagi digunakan. Nyatakan semula.',
  'It was taken back already.': 'Ia sudah ditarik balik.',
  'It was taken back.': 'Ia telah ditarik balik.',
  'Its arrival was confirmed already.': 'Ketibaannya sudah disahkan.',
  'Line {0} is too long for one step.': 'Baris {0} terlalu panjang untuk satu langkah.',
  'Line {0} leads to “{1}”, and no line is called that.': 'Baris {0} menuju ke “{1}”, dan tiada baris bernama begitu.',
  'Name fewer components.': 'Namakan lebih sedikit komponen.',
  'Name something else only when that is why this one goes.':
    'Namakan yang lain hanya jika itulah sebab yang ini ditarik balik.',
  'Name who answers for the safety of the people who take part.':
    'Namakan siapa yang bertanggungjawab atas keselamatan orang yang mengambil bahagian.',
  'Nobody has proposed to let this promise go.': 'Tiada sesiapa mencadangkan supaya janji ini dilepaskan.',
  'Nobody wrote down whether this licence is open. {0} Say why it is.':
    'Tiada sesiapa menulis sama ada lesen ini terbuka. {0} Nyatakan mengapa ia terbuka.',
  'Nobody wrote down whether this licence will do. {0} Say why it may stand.':
    'Tiada sesiapa menulis sama ada lesen ini memadai. {0} Nyatakan mengapa ia boleh diterima.',
  'Not so much of the agreed money is left that nobody asked for yet.':
    'Tidak sebanyak itu wang yang dipersetujui masih belum diminta.',
  'Nothing can be shared for this promise now.': 'Tiada apa yang boleh dikongsi untuk janji ini sekarang.',
  'Nothing of it is owed.': 'Tiada apa yang terhutang daripadanya.',
  'Only member organisations of the project sign its agenda.': 'Hanya organisasi ahli projek menandatangani agendanya.',
  'Only money that was not asked for can be released.': 'Hanya wang yang belum diminta boleh dilepaskan.',
  'Only organisations that fund it can let a promise go.':
    'Hanya organisasi yang membiayainya boleh melepaskan sesuatu janji.',
  'Only somebody who speaks for the lead organisation can end the project.':
    'Hanya wakil organisasi peneraju boleh menamatkan projek.',
  'Only the coordinating team or the lead organisation can do this. Ask them to add you.':
    'Hanya pasukan penyelaras atau organisasi peneraju boleh melakukannya. Minta mereka menambah anda.',
  'Only the organisation that uses it says so.': 'Hanya organisasi yang menggunakannya menyatakannya.',
  'Only who gave it can change it: people who act for its organisation.':
    'Hanya yang memberinya boleh mengubahnya: orang yang bertindak bagi organisasinya.',
  'Only who registered it, people of the organisation that looks after it and the site team change it.':
    'Hanya yang mendaftarkannya, orang dalam organisasi yang menjaganya dan pasukan laman mengubahnya.',
  'Only who registered it, people of the organisation that looks after it and the site team decide this.':
    'Hanya yang mendaftarkannya, orang dalam organisasi yang menjaganya dan pasukan laman memutuskannya.',
  'Phases come one after another.': 'Fasa datang satu demi satu.',
  'Say how much was for it, or leave it empty.': 'Nyatakan berapa jumlah untuknya, atau biarkan kosong.',
  'Say it once you use it.': 'Nyatakan apabila anda menggunakannya.',
  'Say whether anyone appears who has not agreed.': 'Nyatakan sama ada sesiapa kelihatan tanpa persetujuan.',
  'Say why.': 'Nyatakan sebabnya.',
  'Somebody appears who has not agreed to be shown. Ask them first, or choose another picture.':
    'Seseorang kelihatan tanpa persetujuan. Tanya dia dahulu, atau pilih gambar lain.',
  'Somebody at this table is called that already.': 'Seseorang di meja ini sudah bernama begitu.',
  'Somebody changed it while you wrote. What you typed is still here; look at the newest version first.':
    'Seseorang mengubahnya semasa anda menulis. Apa yang anda taip masih ada di sini; lihat versi terbaharu dahulu.',
  'Somebody of a funder checks what was shared.': 'Seseorang daripada pembiaya memeriksa apa yang dikongsi.',
  'Somebody wrote a new version while you were writing. Put your changes into that one.':
    'Seseorang menulis versi baharu semasa anda menulis. Masukkan perubahan anda ke dalam versi itu.',
  'Something newer was shared since. Look at that.': 'Sesuatu yang lebih baharu telah dikongsi. Lihat yang itu.',
  'Something this milestone needs is not done yet.': 'Sesuatu yang diperlukan oleh pencapaian ini belum siap.',
  'Something with the same repository is registered already.': 'Sesuatu dengan repositori yang sama sudah didaftarkan.',
  'The agenda changed. Read the newest version before you sign.':
    'Agenda telah berubah. Baca versi terbaharu sebelum menandatangani.',
  'The content of this file is not what its name says.': 'Kandungan fail ini tidak seperti yang dinyatakan namanya.',
  'The coordinating team and the organisations that deliver share what was promised.':
    'Pasukan penyelaras dan organisasi pelaksana berkongsi apa yang dijanjikan.',
  'The funder has to announce it first.': 'Pembiaya perlu mengumumkannya dahulu.',
  'The funders check first. After 15 working days the site team may.':
    'Pembiaya memeriksa dahulu. Selepas 15 hari bekerja pasukan laman boleh memeriksanya.',
  'The funders’ seats are for people of an organisation that funds this project.':
    'Kerusi pembiaya adalah untuk orang daripada organisasi yang membiayai projek ini.',
  'The idea’s author says what it began with, or who gave the entry.':
    'Penulis idea menyatakan dengan apa ia bermula, atau yang memberi entri itu.',
  'The notice is not over, and the lead organisation has not agreed.':
    'Tempoh notis belum tamat, dan organisasi peneraju belum bersetuju.',
  'The payment may still come: you can stop waiting 30 days after it was due.':
    'Bayaran mungkin masih akan tiba: anda boleh berhenti menunggu 30 hari selepas tarikh sepatutnya.',
  'The people it is for and practitioners at this table are asked about the next phase.':
    'Orang yang akan menggunakannya dan pengamal di meja ini ditanya tentang fasa seterusnya.',
  'The project has ended; this can no longer change.': 'Projek telah tamat; ini tidak boleh berubah lagi.',
  'The project has not started yet, so there is nothing to report.':
    'Projek belum bermula, jadi tiada apa yang perlu dilaporkan.',
  'The project has stopped, so nothing more can be asked for.':
    'Projek telah dihentikan, jadi tiada apa lagi yang boleh diminta.',
  'The project has to be under way for this.': 'Projek mesti sedang berjalan untuk ini.',
  'The project pays {0}, so somebody else has to check this.':
    'Projek membayar {0}, jadi orang lain perlu memeriksanya.',
  'The reference is too long.': 'Rujukan terlalu panjang.',
  'The seats of {0} said no. Say in public why you go on.':
    'Kerusi {0} tidak bersetuju. Nyatakan secara terbuka mengapa anda meneruskan.',
  'There is no agenda to sign yet.': 'Belum ada agenda untuk ditandatangani.',
  'There is no agreed money in this round.': 'Tiada wang yang dipersetujui dalam pusingan ini.',
  'There is no agreed money left in this pledge.': 'Tiada lagi wang yang dipersetujui dalam janji ini.',
  'There is no instalment {0}.': 'Tiada ansuran {0}.',
  'There is no publiccode.yml at the top of this repository. Paste it, or say by hand what it is.':
    'Tiada publiccode.yml di bahagian atas repositori ini. Tampalnya, atau nyatakan sendiri apa ia.',
  'There is no such component.': 'Tiada komponen seperti itu.',
  'There is no such place on the internet. Look at the address again.':
    'Tiada tempat seperti itu di internet. Semak alamatnya semula.',
  'There is no theme called {0}.': 'Tiada tema bernama {0}.',
  'There is nothing at this address. Open it yourself, and give the one you see.':
    'Tiada apa-apa di alamat ini. Bukanya sendiri, dan beri alamat yang anda lihat.',
  'There is nothing to check for this promise now.': 'Tiada apa yang perlu diperiksa untuk janji ini sekarang.',
  'These lead in a circle: {0}. Take one arrow out.': 'Ini membentuk bulatan: {0}. Buang satu anak panah.',
  'They are linked already.': 'Ia sudah dipautkan.',
  'They were told already what changed.': 'Mereka sudah diberitahu apa yang berubah.',
  'This address is not one of the public internet, so it is not asked.':
    'Alamat ini bukan di internet awam, jadi ia tidak dihubungi.',
  'This address is only reachable from inside. Give one that everybody can open.':
    'Alamat ini hanya boleh dicapai dari dalam. Beri alamat yang boleh dibuka oleh semua orang.',
  'This address sends one on and on. Use the one it ends at.':
    'Alamat ini terus mengubah hala. Gunakan alamat terakhirnya.',
  'This day does not exist.': 'Hari ini tidak wujud.',
  'This day has not come yet.': 'Hari ini belum tiba.',
  'This day is still ahead.': 'Hari ini masih pada masa depan.',
  'This file becomes far too large when it is opened. Save it smaller, or give an address where it is.':
    'Fail ini menjadi terlalu besar apabila dibuka. Simpannya lebih kecil, atau beri alamat tempatnya.',
  'This file could not be read. {0}': 'Fail ini tidak dapat dibaca. {0}',
  'This file has other files inside it that cannot be looked into. Take them out, or send them one by one.':
    'Fail ini mengandungi fail lain yang tidak boleh diperiksa. Keluarkannya, atau hantar satu demi satu.',
  'This file holds macros or programs, which readers should not have to trust. Save it without them.':
    'Fail ini mengandungi makro atau program yang tidak patut dipercayai pembaca. Simpannya tanpa itu.',
  'This file is damaged, so what is hidden in it cannot be taken out. Save it again and send it anew.':
    'Fail ini rosak, jadi apa yang tersembunyi di dalamnya tidak boleh dikeluarkan. Simpan semula dan hantar lagi.',
  'This file is empty.': 'Fail ini kosong.',
  'This file is locked with a password. Save it without one.':
    'Fail ini dikunci dengan kata laluan. Simpannya tanpa kata laluan.',
  'This file is not here any more, or belongs to something else. Send it again.':
    'Fail ini tiada lagi di sini, atau milik perkara lain. Hantar semula.',
  'This file is of another repository. Add it as something of its own.':
    'Fail ini daripada repositori lain. Tambahnya secara berasingan.',
  'This file is too large. Make it smaller, or keep it where it is and give its address.':
    'Fail ini terlalu besar. Kecilkannya, atau biarkan di tempatnya dan beri alamatnya.',
  'This invitation is over: its time or its places have run out. Ask for a new one.':
    'Jemputan ini sudah tamat: masanya atau tempatnya sudah habis. Minta yang baharu.',
  'This is another currency.': 'Ini mata wang lain.',
  'This is longer than anybody reads. Keep the steps that matter.':
    'Ini terlalu panjang untuk dibaca. Simpan langkah yang penting.',
  'This is more than is outstanding.': 'Ini melebihi baki yang belum dijelaskan.',
  'This is no day.': 'Ini bukan tarikh.',
  'This kind of file cannot be taken. Save it as another, or give an address where it is.':
    'Jenis fail ini tidak boleh diterima. Simpannya sebagai jenis lain, atau beri alamat tempatnya.',
  'This licence does not meet what was agreed.{0} {1}': 'Lesen ini tidak memenuhi apa yang dipersetujui.{0} {1}',
  'This licence is not open for this kind of thing. {0}': 'Lesen ini tidak terbuka untuk jenis ini. {0}',
  'This milestone is done already.': 'Pencapaian ini sudah selesai.',
  'This organisation has answered already.': 'Organisasi ini sudah menjawab.',
  'This organisation has signed this version already.': 'Organisasi ini sudah menandatangani versi ini.',
  'This payment came back.': 'Bayaran ini telah dikembalikan.',
  'This person answers for that already.': 'Orang ini sudah bertanggungjawab atasnya.',
  'This place could not prove that it is what it says it is, so nothing was fetched.':
    'Tempat ini tidak dapat membuktikan identitinya, jadi tiada apa yang diambil.',
  'This place did not answer in time. Try again later, or paste the file.':
    'Tempat ini tidak menjawab pada masanya. Cuba lagi kemudian, atau tampal fail itu.',
  'This place did not answer. Try again later, or paste the file.':
    'Tempat ini tidak menjawab. Cuba lagi kemudian, atau tampal fail itu.',
  'This promise is settled.': 'Janji ini sudah diselesaikan.',
  'This says the same as the version there is.': 'Ini sama dengan versi yang ada.',
  'This update was published already. Write a new one that corrects it.':
    'Berita ini sudah diterbitkan. Tulis yang baharu untuk membetulkannya.',
  'This was the last phase.': 'Ini fasa yang terakhir.',
  'What an earlier instalment paid for is overdue: {0}.': 'Apa yang dibayar oleh ansuran terdahulu sudah lewat: {0}.',
  'What arrived has another size than the file. Send it again.':
    'Apa yang tiba berbeza saiz daripada fail itu. Hantar semula.',
  'What lies there is too large to be a publiccode.yml.': 'Apa yang ada di situ terlalu besar untuk publiccode.yml.',
  'What should be used instead is not in the library.':
    'Apa yang patut digunakan sebagai ganti tiada dalam perpustakaan.',
  'What was said in this session is recorded already.': 'Apa yang dikatakan dalam sesi ini sudah direkodkan.',
  'Who gave it takes it back, or the site team.': 'Yang memberinya menariknya balik, atau pasukan laman.',
  'Whoever proposes to let it go says how much was for it.':
    'Sesiapa yang mencadangkan ia dilepaskan menyatakan berapa jumlah untuknya.',
  'Write a day that there is.': 'Tulis hari yang wujud.',
  'Write a web address that begins with https://, or leave it out.':
    'Tulis alamat web yang bermula dengan https://, atau tinggalkannya.',
  'Write a whole number of people.': 'Tulis bilangan orang yang bulat.',
  'Write an address that begins with https://.': 'Tulis alamat yang bermula dengan https://.',
  'Write one line for each step.': 'Tulis satu baris bagi setiap langkah.',
  'Write the address without a name and a password in it.': 'Tulis alamat tanpa nama dan kata laluan di dalamnya.',
  'You announced it. A second person has to carry it out.':
    'Anda yang mengumumkannya. Orang kedua perlu melaksanakannya.',
  'You are in the coordinating team, so somebody else has to check this.':
    'Anda dalam pasukan penyelaras, jadi orang lain perlu memeriksanya.',
  'You can only give something for an organisation you act for.':
    'Anda hanya boleh memberi sesuatu bagi organisasi yang anda wakili.',
  'You can only speak for an organisation you act for.': 'Anda hanya boleh bercakap bagi organisasi yang anda wakili.',
  'You do not speak for this organisation.': 'Anda tidak mewakili organisasi ini.',
  'You have a seat at this table already.': 'Anda sudah mempunyai kerusi di meja ini.',
  'You have no seat at this table.': 'Anda tidak mempunyai kerusi di meja ini.',
  'You have said so already, and it waits for an answer.': 'Anda sudah menyatakannya, dan ia menunggu jawapan.',
  'You have sent much today. Send the rest tomorrow, or give an address where it is.':
    'Anda sudah menghantar banyak hari ini. Hantar selebihnya esok, atau beri alamat tempatnya.',
  'You shared it, so somebody else has to check it.': 'Anda yang mengongsinya, jadi orang lain perlu memeriksanya.',
  'Your organisation has recorded a payment with this reference before.':
    'Organisasi anda pernah merekodkan bayaran dengan rujukan ini.',
  'Your organisation says so already. Confirm it there.': 'Organisasi anda sudah menyatakannya. Sahkan di sana.',
  '{0} is no part of a file.': '{0} bukan sebahagian daripada fail.',
  '{0} is nothing that can be chosen here.': '{0} tidak boleh dipilih di sini.',
  '{#} lines': '{#} baris',
  '{#} working days left': '{#} hari bekerja lagi',
  '“{0}” cannot begin a project any more.': '“{0}” tidak boleh memulakan projek lagi.',
  '“{0}” has a project already. Join that one.': '“{0}” sudah mempunyai projek. Sertai yang itu.',
  'It is a draft: save it instead.': 'Ini draf: simpan sahaja.',
  'It says so already.': 'Ia sudah menyatakan begitu.',
  'This person does not answer for that.': 'Orang ini tidak bertanggungjawab atasnya.',
  'Say first whether people under 18 or adults at risk take part, and who answers for their safety.':
    'Nyatakan dahulu sama ada orang di bawah 18 tahun atau orang dewasa berisiko mengambil bahagian, dan siapa yang bertanggungjawab atas keselamatan mereka.',
  'It would wait for something that waits for it.': 'Ia akan menunggu sesuatu yang menunggunya.',
  'Something that needs it is due before.': 'Sesuatu yang memerlukannya perlu siap lebih awal.',
  'This update was published already. Correct it: what it said stays readable beside it.':
    'Berita ini sudah diterbitkan. Betulkannya: apa yang ditulis dahulu kekal boleh dibaca di sebelahnya.',
};
