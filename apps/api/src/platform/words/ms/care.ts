/** What the site team is told, and what is said about measuring, files that are brought in, and programs that listen. */
export const CARE: Readonly<Record<string, string>> = {
  'You have a part in this. Somebody else of the site team has to decide it.':
    'Anda terlibat dalam perkara ini. Ahli pasukan laman yang lain perlu memutuskannya.',
  'It was decided already.': 'Ia sudah diputuskan.',
  'Nobody asked you about this text within the last day.':
    'Tiada sesiapa bertanya kepada anda tentang teks ini sejak sehari lalu.',
  'Give more of it: so few letters stand in half of what was ever written.':
    'Beri lebih panjang: huruf sesedikit ini ada dalam separuh daripada semua yang pernah ditulis.',
  'Give only what must go.': 'Beri hanya apa yang perlu dikeluarkan.',
  'It stands nowhere. Copy it exactly as it is written.': 'Ia tiada di mana-mana. Salin tepat seperti yang tertulis.',
  'It stands in so many places that it is hardly a secret. Give more of it.':
    'Ia ada di begitu banyak tempat sehingga bukan lagi rahsia. Beri lebih panjang.',
  '{#} places': '{#} tempat',
  'There are no words left here to report.': 'Tiada lagi kata-kata di sini untuk dilaporkan.',
  'You reported this already. The site team has not decided yet.':
    'Anda sudah melaporkannya. Pasukan laman belum membuat keputusan.',
  'It cannot be published as it stands. Decline it and say why.':
    'Ia tidak boleh diterbitkan seperti sedia ada. Tolak dan nyatakan sebabnya.',
  'Only those of the site team who are named for safeguarding see who it is.':
    'Hanya ahli pasukan laman yang dinamakan untuk perlindungan melihat siapa orangnya.',
  'None of these votes stands.': 'Tiada satu pun undi ini kekal.',
  'The work has begun, and votes no longer change.': 'Kerja telah bermula, dan undi tidak lagi berubah.',
  'Nothing is different from what is in force already.': 'Tiada yang berbeza daripada apa yang sudah berkuat kuasa.',
  'Another change waits for its second person. Decide that one first.':
    'Perubahan lain menunggu orang kedua. Putuskan yang itu dahulu.',
  'This number cannot be asked for.': 'Angka ini tidak boleh diminta.',
  'You proposed it. Somebody else of the site team confirms it, or you can when the notice has passed.':
    'Anda yang mencadangkannya. Ahli pasukan laman yang lain mengesahkannya, atau anda boleh selepas tempoh notis tamat.',

  'Only a data standard has indicators.': 'Hanya piawaian data mempunyai penunjuk.',
  'This data standard has no indicators yet.': 'Piawaian data ini belum mempunyai penunjuk.',
  'Only the organisation that gives this data standard can change it.':
    'Hanya organisasi yang memberi piawaian data ini boleh mengubahnya.',
  'Say in which currency.': 'Nyatakan dalam mata wang apa.',
  'pounds, for instance': 'paun, misalnya',
  '“{0}” is in the list already.': '“{0}” sudah ada dalam senarai.',
  'There are too many indicators in this list.': 'Terlalu banyak penunjuk dalam senarai ini.',
  'Its definition changed. Read the newest one first.': 'Takrifnya telah berubah. Baca yang terbaharu dahulu.',
  'You changed {0}. Numbers before and after it cannot be compared, so say so.':
    'Anda mengubah {0}. Angka sebelum dan selepasnya tidak boleh dibandingkan, jadi nyatakan hal itu.',
  'what the number is': 'apa angka itu',
  'which way is better': 'arah mana yang lebih baik',
  'whether people are counted': 'sama ada orang dikira',
  'Write the number for this day, or leave both empty.': 'Tulis angka bagi hari ini, atau biarkan kedua-duanya kosong.',
  'Say for which day this number is.': 'Nyatakan angka ini bagi hari apa.',
  'Write a number, with a point before the decimals: 12.5.': 'Tulis nombor, dengan titik sebelum perpuluhan: 12.5.',
  'The period ends before it starts.': 'Tempoh itu tamat sebelum ia bermula.',
  'This period is not over. What should be reached by then is a target.':
    'Tempoh ini belum tamat. Apa yang patut dicapai menjelang waktu itu ialah sasaran.',

  'This is not a file of grants by the 360Giving standard.': 'Ini bukan fail geran mengikut piawaian 360Giving.',
  'JSON with a list “grants”, or CSV whose first line has the standard’s titles (Identifier, Title, …)':
    'JSON dengan senarai “grants”, atau CSV yang baris pertamanya mempunyai tajuk piawaian itu (Identifier, Title, …)',
  'There are too many grants in one file. Bring in the newest.':
    'Terlalu banyak geran dalam satu fail. Bawa masuk yang terbaharu.',
  '{#} grants': '{#} geran',
  'Nothing tells yet which grants are yours.': 'Belum ada yang menunjukkan geran mana milik anda.',
  'your 360Giving prefix on your organisation’s page, or its number in a public register':
    'awalan 360Giving anda pada halaman organisasi anda, atau nombornya dalam daftar awam',
  '360G- and the letters that 360Giving gave you, such as 360G-lantern':
    '360G- dan huruf yang diberi oleh 360Giving kepada anda, seperti 360G-lantern',
  'There is nothing in this file.': 'Tiada apa-apa dalam fail ini.',
  'This file is too large for a page. Split it, or use the command on the server.':
    'Fail ini terlalu besar untuk satu halaman. Bahagikannya, atau gunakan arahan pada pelayan.',
  'This is not a statement as a bank saves it.': 'Ini bukan penyata seperti yang disimpan oleh bank.',
  'CSV with a heading': 'CSV dengan tajuk lajur',
  'A column is missing in the first line.': 'Satu lajur tiada dalam baris pertama.',
  'This money is no longer expected: somebody confirmed it, or it came back.':
    'Wang ini tidak lagi dijangka: seseorang telah mengesahkannya, atau ia dipulangkan.',
  'The line has another reference.': 'Baris itu mempunyai rujukan lain.',
  'This money went the other way.': 'Wang ini bergerak ke arah sebaliknya.',
  'The line is of another amount.': 'Jumlah pada baris itu lain.',
  'a name like results-2026.csv': 'nama seperti results-2026.csv',
  'Only the site team imports it.': 'Hanya pasukan laman mengimportnya.',
  'This is no matrix that OSADL publishes. {0}': 'Ini bukan matriks yang diterbitkan oleh OSADL. {0}',

  'Give a whole address that begins with https:// and names no port.':
    'Beri alamat penuh yang bermula dengan https:// dan tidak menyebut port.',
  'Leave the password out of the address. What is sent is signed instead.':
    'Jangan letak kata laluan dalam alamat. Apa yang dihantar ditandatangani sebagai ganti.',
  'There are no such kinds of activity to be told of.': 'Tiada jenis aktiviti seperti itu untuk diberitahu.',
  'Choose fewer kinds, or none for all.': 'Pilih lebih sedikit jenis, atau kosongkan untuk semua.',
  'Remove a webhook first.': 'Buang satu webhook dahulu.',

  'No money was agreed in this round. Change the draft instead.':
    'Tiada wang dipersetujui dalam pusingan ini. Ubah drafnya.',
  'Only the lead organisation and funders whose money is agreed can change what was agreed.':
    'Hanya organisasi peneraju dan pembiaya yang wangnya dipersetujui boleh mengubah apa yang dipersetujui.',
  'The lead organisation has to sign another version of what will be shared back first.':
    'Organisasi peneraju perlu menandatangani versi lain tentang apa yang akan dikongsi semula dahulu.',
  'Another change waits for answers. It has to be decided first.':
    'Perubahan lain menunggu jawapan. Ia perlu diputuskan dahulu.',
  'The lead organisation has to propose this change first.':
    'Organisasi peneraju perlu mencadangkan perubahan ini dahulu.',
  'Your organisation has said its word already.': 'Organisasi anda sudah memberi jawapan.',
  'The pledges that counted did not reach the minimum.': 'Janji yang dikira tidak mencapai minimum.',
  'The open offer changed since this was proposed. Propose it again.':
    'Tawaran terbuka telah berubah sejak ini dicadangkan. Cadangkan semula.',
  'The organisation that brought it asks others.': 'Organisasi yang membawanya bertanya kepada yang lain.',
  'It gives this already, or has been asked.': 'Ia sudah memberinya, atau telah ditanya.',
  'Only the organisation itself says that it gives this.':
    'Hanya organisasi itu sendiri menyatakan bahawa ia memberinya.',
  'It was not asked. The organisation that brought this can ask.':
    'Ia belum ditanya. Organisasi yang membawanya boleh bertanya.',
  'An admin of the organisation speaks for it here.': 'Pentadbir organisasi bercakap bagi pihaknya di sini.',

  'All pledges that count add up to at least {#}.': 'Semua janji yang dikira berjumlah sekurang-kurangnya {#}.',
  'At least {#} funders pledge.': 'Sekurang-kurangnya {#} pembiaya berjanji.',
  'At least {#} people support the idea.': 'Sekurang-kurangnya {#} orang menyokong idea ini.',
  'People with lived experience of it have been heard.': 'Orang yang mengalaminya sendiri telah didengar.',
  'At least one other funder pledges.': 'Sekurang-kurangnya seorang lagi pembiaya berjanji.',
  'This pledge is at most {#} % of the target.': 'Janji ini paling banyak {#} % daripada sasaran.',
  'User research is shared back.': 'Kajian pengguna dikongsi semula.',
  'There is an open interface (API).': 'Ada antara muka terbuka (API).',
  'The lead organisation is verified.': 'Organisasi peneraju telah disahkan.',
  'Everything promised is shared back within {#} days of the money being agreed.':
    'Semua yang dijanjikan dikongsi semula dalam {#} hari selepas wang dipersetujui.',
  'Any {0} is shared under an open licence.': 'Apa-apa {0} dikongsi di bawah lesen terbuka.',
  'Any {0} is shared under {1}: {2}.': 'Apa-apa {0} dikongsi di bawah {1}: {2}.',
  'this licence': 'lesen ini',
  'one of these licences': 'salah satu lesen ini',
  software: 'perisian',
  'research, guides and other content': 'kajian, panduan dan kandungan lain',
  'The idea and the offer share a theme.': 'Idea dan tawaran berkongsi tema.',
  'The idea and the offer share no theme.': 'Idea dan tawaran tidak berkongsi tema.',
  'The place fits, or one of them names none.': 'Tempatnya sesuai, atau salah satunya tidak menamakan tempat.',
  'The idea is in another place than the offer names.': 'Idea ini di tempat lain daripada yang dinamakan tawaran.',
  'The offer is open now.': 'Tawaran sedang dibuka.',
  'The offer is not open now.': 'Tawaran tidak dibuka sekarang.',
  'There is budget left.': 'Masih ada belanjawan.',
  'Less is left than the smallest pledge.': 'Bakinya kurang daripada janji terkecil.',
  'The offer pledges to rounds of this purpose.': 'Tawaran ini berjanji kepada pusingan bertujuan ini.',
  'The offer does not pledge to rounds of this purpose.': 'Tawaran ini tidak berjanji kepada pusingan bertujuan ini.',
  'The currency is the same.': 'Mata wangnya sama.',
  'The round is in another currency.': 'Pusingan dalam mata wang lain.',
  'The round has room for the smallest pledge.': 'Pusingan mempunyai ruang untuk janji terkecil.',
  'The round has no room for the smallest pledge.': 'Pusingan tiada ruang untuk janji terkecil.',

  'This is not a day, written as 2026-05-01 or 01/05/2026 with the day first.':
    'Ini bukan hari yang ditulis seperti 2026-05-01 atau 01/05/2026 dengan hari dahulu.',
  'This is not an amount of this currency.': 'Ini bukan jumlah dalam mata wang ini.',
  'Nothing stands here.': 'Tiada apa-apa di sini.',
  'This is too long.': 'Ini terlalu panjang.',
  'There are characters in it that nobody can see.': 'Ada aksara di dalamnya yang tidak dapat dilihat.',
  'This is not an amount above nothing of this currency.': 'Ini bukan jumlah melebihi sifar dalam mata wang ini.',
  'This currency is not known here.': 'Mata wang ini tidak dikenali di sini.',
  'This is not a day, written as 2026-05-01.': 'Ini bukan hari yang ditulis seperti 2026-05-01.',
  'This day is still ahead.': 'Hari ini belum tiba.',
  'This grant names another funder.': 'Geran ini menamakan pembiaya lain.',
  'Grants to people are not shown here.': 'Geran kepada individu tidak ditunjukkan di sini.',
  'This looks like somebody’s personal data. Take it out of the file.':
    'Ini kelihatan seperti data peribadi seseorang. Keluarkannya daripada fail.',
  'Another grant of the file has this identifier.': 'Geran lain dalam fail mempunyai pengecam ini.',
  'This column is missing from the heading.': 'Lajur ini tiada dalam tajuk.',
  'This column is not known.': 'Lajur ini tidak dikenali.',
  'This column is not known. Allowed: {0}.': 'Lajur ini tidak dikenali. Yang dibenarkan: {0}.',
  'This column is there twice.': 'Lajur ini ada dua kali.',
  'Empty, and it must not be.': 'Kosong, dan tidak sepatutnya.',
  'Too long; at most {#} characters.': 'Terlalu panjang; paling banyak {#} aksara.',
  '{0} is not known here.': '{0} tidak dikenali di sini.',
  '{0} is not known here. Allowed: {1}.': '{0} tidak dikenali di sini. Yang dibenarkan: {1}.',
  '{0} is not the number it should be.': '{0} bukan nombor yang sepatutnya.',
  '{0} is no language tag. Write it like en or pt-BR.': '{0} bukan tag bahasa. Tulis seperti en atau pt-BR.',
  '{0} was used before, in {1}.': '{0} sudah digunakan, dalam {1}.',
  'another row': 'baris lain',
  '{0} may hold letters, digits and . _ : - only, at most 100.':
    '{0} hanya boleh mengandungi huruf, angka dan . _ : -, paling banyak 100.',
  'Refused: {0}.': 'Ditolak: {0}.',
  'no reason given': 'tiada sebab diberi',
  'The site team blocked this account. You can read, take your data with you, and appeal.':
    'Pasukan laman menyekat akaun ini. Anda boleh membaca, mengambil data anda, dan merayu.',
  'This is one of your first posts here, so the site team looks at it before others see it. It is kept: you need not send it again, and you will hear.':
    'Ini antara kiriman pertama anda di sini, jadi pasukan laman melihatnya sebelum orang lain. Ia disimpan: anda tidak perlu menghantarnya semula, dan anda akan diberitahu.',
  // Measuring together.
  'Only a data standard can be reported against.': 'Hanya piawaian data boleh dijadikan asas laporan.',
  'This data standard was taken back. Nothing is reported against it any more.':
    'Piawaian data ini telah ditarik balik. Tiada apa lagi yang dilaporkan mengikutnya.',
  'Somebody reported another value meanwhile. Look at it first.':
    'Seseorang telah melaporkan nilai lain sementara itu. Lihat dahulu.',
  'revision {#}': 'semakan {#}',
  'This is not the filled-in template. Take the spreadsheet from the page of the standard.':
    'Ini bukan templat yang diisi. Ambil hamparan dari halaman piawaian itu.',
  'This column is missing. Take the template again, and keep its first line.':
    'Lajur ini tiada. Ambil semula templat, dan kekalkan baris pertamanya.',
  'This standard measures nothing of this name. Take the template again.':
    'Piawaian ini tidak mengukur apa-apa dengan nama ini. Ambil semula templat.',
  'There are too many lines for one file.': 'Terlalu banyak baris untuk satu fail.',
  '{#} lines': '{#} baris',
  'at most {#} lines': 'paling banyak {#} baris',
  'line {#}': 'baris {#}',
  'The same period is there twice.': 'Tempoh yang sama ada dua kali.',
  'Write at least one value.': 'Tulis sekurang-kurangnya satu nilai.',
  'A standard has no more indicators than that.': 'Piawaian tidak mempunyai lebih banyak penunjuk daripada itu.',
  'This standard does not measure that.': 'Piawaian ini tidak mengukur perkara itu.',
  'The same thing is measured twice here.': 'Perkara yang sama diukur dua kali di sini.',
  'There is no such version of its definition. Read the newest one first.':
    'Tiada versi takrif sedemikian. Baca yang terbaharu dahulu.',
  'Write a whole number of people, or <5 for fewer than five.':
    'Tulis bilangan orang dalam nombor bulat, atau <5 untuk kurang daripada lima.',
  'Write the day as year, month and day: 2026-03-31.': 'Tulis hari sebagai tahun, bulan dan hari: 2026-03-31.',
  'Only whole months can be put side by side: one, three, six or twelve of them.':
    'Hanya bulan penuh boleh diletakkan bersebelahan: satu, tiga, enam atau dua belas bulan.',
  '{day} to {day}': '{day} hingga {day}',
  'This period is not over. Report it when it is.': 'Tempoh ini belum tamat. Laporkan apabila ia tamat.',
};
