/** What is said about reuse, what is promised back, open offers to fund, rounds and pledges. */
export const FUNDING: Readonly<Record<string, string>> = {
  'A funding round is open for this idea already.': 'Pusingan pembiayaan untuk idea ini sudah dibuka.',
  'An admin of the organisation that leads the idea signs for it.':
    'Pentadbir organisasi yang menerajui idea ini menandatanganinya.',
  'An offer keeps its currency. Publish another offer for another currency.':
    'Tawaran mengekalkan mata wangnya. Terbitkan tawaran lain untuk mata wang lain.',
  'Answer the offers that wait first.': 'Jawab tawaran yang menunggu dahulu.',
  'Choose a currency from the list.': 'Pilih mata wang daripada senarai.',
  'Choose a currency that is known here.': 'Pilih mata wang yang dikenali di sini.',
  'Choose a lead organisation for the idea first.': 'Pilih organisasi peneraju untuk idea ini dahulu.',
  'Choose an organisation you belong to.': 'Pilih organisasi yang anda sertai.',
  'Choose at least one kind of cost that you pay.': 'Pilih sekurang-kurangnya satu jenis kos yang anda bayar.',
  'Choose at least one purpose.': 'Pilih sekurang-kurangnya satu tujuan.',
  'Choose at least one theme.': 'Pilih sekurang-kurangnya satu tema.',
  'Funders are pledging to the version signed before. Sign a new one when the round has closed.':
    'Pembiaya sedang berjanji kepada versi yang ditandatangani dahulu. Tandatangani yang baharu selepas pusingan ditutup.',
  'Funders are pledging to what was signed, so it cannot change now.':
    'Pembiaya sedang berjanji kepada apa yang ditandatangani, jadi ia tidak boleh berubah sekarang.',
  'Give a whole number of days.': 'Beri bilangan hari yang bulat.',
  'Give one reason for each.': 'Beri satu sebab bagi setiap satu.',
  'Give your offer a title.': 'Beri tajuk kepada tawaran anda.',
  'Instalment {0} needs a share of the money.': 'Ansuran {0} memerlukan bahagian daripada wang itu.',
  'It is too late: every funder needs time to say again that its pledge stands.':
    'Sudah terlewat: setiap pembiaya memerlukan masa untuk menyatakan semula bahawa janjinya masih berkuat kuasa.',
  'Its author has to choose the organisation that leads it first.':
    'Penulisnya perlu memilih organisasi yang menerajuinya dahulu.',
  'Its authors and the people of the organisation that leads it write what will be shared back.':
    'Penulisnya dan orang dalam organisasi peneraju menulis apa yang akan dikongsi semula.',
  'Make the title shorter.': 'Pendekkan tajuk.',
  'Money for this purpose cannot be asked for at this stage.':
    'Wang untuk tujuan ini tidak boleh diminta pada peringkat ini.',
  'More than this is promised already.': 'Lebih daripada ini sudah dijanjikan.',
  'Name the instalment by its place in the order.': 'Namakan ansuran mengikut kedudukannya.',
  'No licence we know satisfies this for this kind of thing.':
    'Tiada lesen yang kami kenali memenuhi syarat ini untuk jenis ini.',
  'OPEN, or licences like MIT OR Apache-2.0': 'OPEN, atau lesen seperti MIT OR Apache-2.0',
  'Only an approver of the organisation can decide.': 'Hanya pelulus organisasi boleh memutuskan.',
  'Only the authors of the idea answer offers to it.': 'Hanya penulis idea menjawab tawaran kepadanya.',
  'Only the authors of the idea say that nothing fits it.': 'Hanya penulis idea menyatakan bahawa tiada yang sesuai.',
  'Only the organisation that leads the idea signs what will be shared back.':
    'Hanya organisasi yang menerajui idea menandatangani apa yang akan dikongsi semula.',
  'Only who made the offer takes it back, or the organisation it was made for.':
    'Hanya orang yang membuat tawaran menariknya balik, atau organisasi yang diwakilinya.',
  'Plan fewer instalments.': 'Rancang lebih sedikit ansuran.',
  'Promise at least one thing that will be shared back.':
    'Janjikan sekurang-kurangnya satu perkara yang akan dikongsi semula.',
  'Promise fewer things.': 'Janjikan lebih sedikit perkara.',
  'Publish an open offer in this currency for your organisation first.':
    'Terbitkan tawaran terbuka dalam mata wang ini untuk organisasi anda dahulu.',
  'Say by when: a day, or how many days after the money is agreed.':
    'Nyatakan bila: satu hari, atau berapa hari selepas wang dipersetujui.',
  'Say either a day or a number of days, not both.': 'Nyatakan satu hari atau bilangan hari, bukan kedua-duanya.',
  'Say how many percent you add to what others pledge.':
    'Nyatakan berapa peratus yang anda tambah kepada janji orang lain.',
  'Say when your board meets next.': 'Nyatakan bila lembaga anda bermesyuarat.',
  'Say which licences are accepted.': 'Nyatakan lesen mana yang diterima.',
  'Say which licences you accept.': 'Nyatakan lesen mana yang anda terima.',
  'Say why you go ahead with this licence. {0}': 'Nyatakan mengapa anda meneruskan dengan lesen ini. {0}',
  'Say why {0} does not fit.': 'Nyatakan mengapa {0} tidak sesuai.',
  'Somebody changed it since you read it. Read it again, then sign.':
    'Seseorang telah mengubahnya sejak anda membacanya. Baca semula, kemudian tandatangani.',
  'Somebody else has offered this, and it waits for an answer. Offer another part, or add a comment.':
    'Orang lain telah menawarkannya, dan ia menunggu jawapan. Tawarkan bahagian lain, atau tambah komen.',
  'The amount above which a second person approves cannot be negative.':
    'Jumlah yang memerlukan kelulusan orang kedua tidak boleh negatif.',
  'The amount of the condition {0} is in another currency.': 'Jumlah bagi syarat {0} dalam mata wang lain.',
  'The budget has no room for more lines. Join some of them first.':
    'Belanjawan tiada ruang untuk baris lagi. Gabungkan sebahagiannya dahulu.',
  'The budget has to be more than nothing.': 'Belanjawan mesti lebih daripada sifar.',
  'The budget is larger than this can hold.': 'Belanjawan terlalu besar untuk disimpan di sini.',
  'The condition {0} is there twice.': 'Syarat {0} ada dua kali.',
  'The deadline has passed.': 'Tarikh akhir telah berlalu.',
  'The deadline has to be ahead.': 'Tarikh akhir mesti pada masa depan.',
  'The deadline is still ahead.': 'Tarikh akhir belum tiba.',
  'The deadline is too far away.': 'Tarikh akhir terlalu jauh.',
  'The deadline was moved once already, and moves only once.':
    'Tarikh akhir sudah dipindahkan sekali, dan hanya boleh dipindahkan sekali.',
  'The funding round is closed already.': 'Pusingan pembiayaan sudah ditutup.',
  'The funding round is not open.': 'Pusingan pembiayaan tidak dibuka.',
  'The instalments have to add up to the whole.': 'Jumlah ansuran mesti sama dengan keseluruhannya.',
  'The largest pledge is more than the whole budget.': 'Janji terbesar melebihi seluruh belanjawan.',
  'The largest pledge is smaller than the smallest.': 'Janji terbesar lebih kecil daripada yang terkecil.',
  'The last day of the offer is over already.': 'Hari terakhir tawaran sudah berlalu.',
  'The lead organisation has to be verified first.': 'Organisasi peneraju perlu disahkan dahulu.',
  'The lead organisation has to sign what will be shared back first.':
    'Organisasi peneraju perlu menandatangani apa yang akan dikongsi semula dahulu.',
  'The limit for a month is below the limit for one idea.': 'Had sebulan lebih rendah daripada had bagi satu idea.',
  'The limit for one idea has to be more than nothing.': 'Had bagi satu idea mesti lebih daripada sifar.',
  'The minimum has to be more than nothing.': 'Jumlah minimum mesti lebih daripada sifar.',
  'The new deadline has to be later than the one there is.': 'Tarikh akhir baharu mesti lebih lewat daripada yang ada.',
  'The number of the condition {0} is missing or out of range.': 'Nombor bagi syarat {0} tiada atau di luar julat.',
  'The offer ends before it begins.': 'Tawaran tamat sebelum ia bermula.',
  'The organisation that holds the money has to be verified first.':
    'Organisasi yang memegang wang perlu disahkan dahulu.',
  'The pledge changed since you read it. Read it again and then decide.':
    'Janji itu berubah sejak anda membacanya. Baca semula dan kemudian putuskan.',
  'The pledge does not wait for a second person.': 'Janji itu tidak menunggu orang kedua.',
  'The pledge is as it is now.': 'Janji itu sudah begitu sekarang.',
  'The round can be closed early only when its target is reached.':
    'Pusingan boleh ditutup awal hanya apabila sasarannya dicapai.',
  'The round does not have room for this amount.': 'Pusingan ini tiada ruang untuk jumlah ini.',
  'The round, the offer and the pledge have to be in one currency.':
    'Pusingan, tawaran dan janji mesti dalam satu mata wang.',
  'The smallest pledge has to be more than nothing.': 'Janji terkecil mesti lebih daripada sifar.',
  'The target is below the minimum.': 'Sasaran lebih rendah daripada jumlah minimum.',
  'The target is larger than this can hold.': 'Sasaran terlalu besar untuk disimpan di sini.',
  'This amount is larger than any budget here.': 'Jumlah ini lebih besar daripada mana-mana belanjawan di sini.',
  'This day is over. Choose a later one.': 'Hari ini sudah berlalu. Pilih yang lebih lewat.',
  'This has been offered and accepted already.': 'Ini sudah ditawarkan dan diterima.',
  'This idea does not look for funders now.': 'Idea ini tidak mencari pembiaya sekarang.',
  'This idea has left the path, so nothing is promised for it any more.':
    'Idea ini telah meninggalkan laluan, jadi tiada apa-apa lagi yang dijanjikan untuknya.',
  'This is not a day. Write it like 2027-03-31.': 'Ini bukan tarikh. Tulisnya seperti 2027-03-31.',
  'This is too far away to plan for.': 'Ini terlalu jauh untuk dirancang.',
  'This offer has its answer already.': 'Tawaran ini sudah dijawab.',
  'This offer is closed.': 'Tawaran ini ditutup.',
  'This open offer is closed.': 'Tawaran terbuka ini ditutup.',
  'This pledge matches others. Change how much it matches instead.':
    'Janji ini memadankan janji lain. Ubah jumlah padanannya.',
  'This pledge stands already. There is nothing to say again.':
    'Janji ini sudah berkuat kuasa. Tiada apa yang perlu dinyatakan semula.',
  'This version was signed already. Draft a new one to change it.':
    'Versi ini sudah ditandatangani. Draf yang baharu untuk mengubahnya.',
  'Too few pledges count yet: the conditions of others are not met.':
    'Terlalu sedikit janji yang dikira: syarat yang lain belum dipenuhi.',
  'What can be reused is settled while the idea is being shaped, before money is raised for it.':
    'Apa yang boleh diguna semula ditetapkan semasa idea dibentuk, sebelum wang dikumpulkan untuknya.',
  'What is promised would be shared back later than your open offer asks.':
    'Apa yang dijanjikan akan dikongsi semula lebih lewat daripada yang diminta oleh tawaran terbuka anda.',
  'What it costs is in another currency than the budget. Ask for the offer to be made again in yours.':
    'Kosnya dalam mata wang yang lain daripada belanjawan. Minta supaya tawaran dibuat semula dalam mata wang anda.',
  'What the licence comes to has changed since you looked. {0}':
    'Penilaian lesen telah berubah sejak anda melihatnya. {0}',
  'With what it costs, the budget is larger than can be kept.':
    'Dengan kosnya, belanjawan menjadi lebih besar daripada yang boleh disimpan.',
  'Write an amount above zero, or leave it empty.': 'Tulis jumlah lebih daripada sifar, atau biarkan kosong.',
  'You need another role in this organisation to do this.':
    'Anda memerlukan peranan lain dalam organisasi ini untuk melakukannya.',
  'You wrote this pledge or changed it. A second person has to decide.':
    'Anda menulis janji ini atau mengubahnya. Orang kedua perlu memutuskan.',
  'Your open offer does not fund in the places of this idea.':
    'Tawaran terbuka anda tidak membiayai di tempat idea ini.',
  'Your open offer does not fund rounds of this purpose.':
    'Tawaran terbuka anda tidak membiayai pusingan dengan tujuan ini.',
  'Your open offer does not fund the themes of this idea.': 'Tawaran terbuka anda tidak membiayai tema idea ini.',
  'Your open offer does not have this much left.': 'Tawaran terbuka anda tidak mempunyai baki sebanyak ini.',
  'Your open offer does not make pledges of this size.': 'Tawaran terbuka anda tidak membuat janji sebesar ini.',
  'Your open offer is closed.': 'Tawaran terbuka anda ditutup.',
  'Your open offer is not open today.': 'Tawaran terbuka anda tidak dibuka hari ini.',
  'Your organisation has a pledge in this round. Change that one.':
    'Organisasi anda mempunyai janji dalam pusingan ini. Ubah yang itu.',
  'a whole number from {0} to {1}': 'nombor bulat dari {0} hingga {1}',
  accepted: 'diterima',
  'awaiting approval': 'menunggu kelulusan',
  'at least {0}': 'sekurang-kurangnya {0}',
  'at most {0}': 'paling banyak {0}',
  'at the latest {0}': 'selewat-lewatnya {0}',
  'before {0}': 'sebelum {0}',
  'by {0}': 'pada atau sebelum {0}',
  'from 1 % to {0} %': 'dari 1 % hingga {0} %',
  'in force': 'berkuat kuasa',
  'it was {0}': 'ia ialah {0}',
  lapsed: 'luput',
  none: 'tiada',
  open: 'dibuka',
  released: 'dilepaskan',
  'replaced by a newer one': 'diganti dengan yang lebih baharu',
  'taken back': 'ditarik balik',
  'to build': 'untuk membina',
  'to find out': 'untuk mengetahui',
  'to keep it running': 'untuk meneruskannya',
  'turned down': 'ditolak',
  'waiting for an answer': 'menunggu jawapan',
  'within {#} days': 'dalam {#} hari',
  '{#} days': '{#} hari',
  '1 offer waits': '1 tawaran menunggu',
  '{#} offers wait': '{#} tawaran menunggu',
  '“{0}” is there twice. Give each its own title.': '“{0}” ada dua kali. Beri setiap satu tajuknya sendiri.',
  '“{0}” was due on {1}. Choose a later day first.':
    '“{0}” sepatutnya siap pada {1}. Pilih hari yang lebih lewat dahulu.',
  'Choose what kind of thing it is.': 'Pilih jenisnya.',
  'The amount has to be more than nothing.': 'Jumlah mesti lebih daripada sifar.',
  'This is not a day that exists.': 'Hari ini tidak wujud.',
};
