/**
 * What is said about ideas, votes, comments and what is still needed. `{0}` stands for other words, `{#}` for a number
 * or an amount of money, `{day}` for a date.
 */
export const IDEAS: Readonly<Record<string, string>> = {
  'There is no such theme.': 'Tiada tema seperti itu.',
  'This idea was merged into another one. Talk about it there.':
    'Idea ini telah digabungkan ke dalam idea lain. Bincangkannya di sana.',
  'Say as whom you are speaking.': 'Nyatakan sebagai siapa anda bercakap.',
  'This is not a comment that can be answered. Answer the one it belongs to.':
    'Komen ini tidak boleh dijawab. Jawab komen yang menjadi induknya.',
  'Only the person who wrote it can change it.': 'Hanya orang yang menulisnya boleh mengubahnya.',
  'It was removed already.': 'Ia sudah dibuang.',
  'Nothing is different from what is there already.': 'Tiada apa-apa yang berbeza daripada yang sudah ada.',
  'These people can only be mentioned by somebody who works on a project with them. Take the @ away.':
    'Orang ini hanya boleh disebut oleh seseorang yang bekerja dalam projek bersama mereka. Buang tanda @.',
  'Mention fewer people.': 'Sebut lebih sedikit orang.',
  '{#} people': '{#} orang',
  'This is your own matter, or your organisation’s. Another steward decides it.':
    'Ini hal anda sendiri, atau hal organisasi anda. Ahli pasukan laman yang lain memutuskannya.',
  'That is the same idea.': 'Itu idea yang sama.',
  'This idea has gone too far, or has ended. Ideas go together while votes on both can still change.':
    'Idea ini sudah terlalu jauh, atau sudah tamat. Idea boleh digabungkan selagi undian pada kedua-duanya masih boleh berubah.',
  'Money is being raised for it. That round closes first.':
    'Wang sedang dikumpulkan untuknya. Pusingan itu ditutup dahulu.',
  'Somebody proposed already that this idea goes together with another.':
    'Seseorang sudah mencadangkan supaya idea ini digabungkan dengan yang lain.',
  'This was decided already.': 'Ini sudah diputuskan.',
  'The authors of the two ideas decide this, or the site team.':
    'Penulis kedua-dua idea itu memutuskannya, atau pasukan laman.',
  'You agreed already. It waits for the author of the other idea, or the site team.':
    'Anda sudah bersetuju. Ia menunggu penulis idea yang satu lagi, atau pasukan laman.',
  'These two are not one now.': 'Kedua-duanya bukan satu sekarang.',
  'The authors of the two ideas undo this, or the site team.':
    'Penulis kedua-dua idea itu membatalkannya, atau pasukan laman.',
  'The idea it went up in has since gone up in another. Undo that one first.':
    'Idea yang menyerapnya telah diserap pula oleh idea lain. Batalkan yang itu dahulu.',
  'These two are not one, and nobody proposes it now.':
    'Kedua-duanya bukan satu, dan tiada sesiapa yang mencadangkannya sekarang.',
  'People who voted on one of the two ideas can object. You can write a comment.':
    'Orang yang mengundi salah satu idea itu boleh membantah. Anda boleh menulis komen.',
  'You objected already.': 'Anda sudah membantah.',
  'You have no vote here that came from the other idea.':
    'Anda tidak mempunyai undi di sini yang datang daripada idea yang satu lagi.',
  'Votes can no longer change: money was promised on what they said.':
    'Undian tidak boleh berubah lagi: wang telah dijanjikan berdasarkan apa yang dinyatakan.',
  'It can no longer be declined.': 'Ia tidak boleh ditolak lagi.',
  'Only those whom a decision concerns can appeal against it.':
    'Hanya mereka yang terlibat dengan sesuatu keputusan boleh merayu terhadapnya.',
  'There is an appeal against this decision already.': 'Sudah ada rayuan terhadap keputusan ini.',
  'This decision no longer stands.': 'Keputusan ini tidak lagi berkuat kuasa.',
  'You made the decision that this is about. Another steward looks at it.':
    'Anda yang membuat keputusan ini. Ahli pasukan laman yang lain melihatnya.',
  'Only the authors ask others to write with them.': 'Hanya penulis boleh mengajak orang lain menulis bersama.',
  'The text can no longer change.': 'Teks ini tidak boleh berubah lagi.',
  'Nobody here has this handle.': 'Tiada sesiapa di sini dengan nama pengguna ini.',
  'They write it already.': 'Mereka sudah menulisnya.',
  'More people cannot write one idea.': 'Satu idea tidak boleh ditulis oleh lebih ramai orang.',
  'Nobody asks you to write this idea now.': 'Tiada sesiapa yang mengajak anda menulis idea ini sekarang.',
  'Who leads is settled: money is asked for, or it has ended.':
    'Peneraju sudah ditetapkan: wang sedang diminta, atau ia sudah tamat.',
  'Only the authors ask who would lead their idea.': 'Hanya penulis bertanya siapa yang mahu menerajui idea mereka.',
  'Choose an organisation that was not asked yet.': 'Pilih organisasi yang belum ditanya.',
  'That organisation is not here.': 'Organisasi itu tiada di sini.',
  'Some were asked and have not answered yet. Wait for them first.':
    'Ada yang sudah ditanya dan belum menjawab. Tunggu mereka dahulu.',
  '{#} waiting': '{#} sedang menunggu',
  'You do not belong to this organisation now.': 'Anda bukan ahli organisasi ini sekarang.',
  'Nobody asked this organisation. It can offer to lead.':
    'Tiada sesiapa bertanya organisasi ini. Ia boleh menawarkan diri untuk menerajui.',
  'was logged': 'telah direkodkan',
  logged: 'direkodkan',
  'has backing': 'mendapat sokongan',
  'ready to fund': 'sedia dibiayai',
  'raising money': 'sedang mengumpul wang',
  'being built': 'sedang dibina',
  'in the shared library': 'dalam perpustakaan kongsi',
  withdrawn: 'ditarik balik',
  'merged into another idea': 'digabungkan ke dalam idea lain',
  declined: 'ditolak',
  'stopped early': 'dihentikan awal',
  'Write something here.': 'Tulis sesuatu di sini.',
  'Write a little more.': 'Tulis sedikit lagi.',
  '{#} characters': '{#} aksara',
  'at least {#} characters': 'sekurang-kurangnya {#} aksara',
  'at most {#} characters': 'paling banyak {#} aksara',
  'at most {#}': 'paling banyak {#}',
  'at least {#}': 'sekurang-kurangnya {#}',
  'Make this shorter.': 'Pendekkan ini.',
  'This contains characters that cannot be seen. They often come along when text is pasted; take them out.':
    'Ini mengandungi aksara yang tidak dapat dilihat. Ia sering terbawa apabila teks ditampal; buangkannya.',
  'A link may lead to a web page, an email address or a telephone number, and nowhere else.':
    'Pautan boleh menuju ke halaman web, alamat e-mel atau nombor telefon, dan tidak ke tempat lain.',
  'Choose at least one theme, so that people who care about it find it.':
    'Pilih sekurang-kurangnya satu tema supaya orang yang mengambil berat menemuinya.',
  'Choose fewer.': 'Pilih lebih sedikit.',
  'Give the whole web address.': 'Beri alamat web yang penuh.',
  'This is no language tag. Write it like en or cy.': 'Ini bukan kod bahasa. Tulisnya seperti en atau cy.',
  'This looks like {0}. {1} Take it out, or say that it is nobody’s secret.':
    'Ini kelihatan seperti {0}. {1} Buangkannya, atau nyatakan bahawa ia bukan rahsia sesiapa.',
  'an email address': 'alamat e-mel',
  'a telephone number': 'nombor telefon',
  'a postcode': 'poskod',
  'a street address': 'alamat jalan',
  'a National Insurance number': 'nombor Insurans Kebangsaan',
  'an NHS number': 'nombor NHS',
  'a Singapore identity number': 'nombor pengenalan Singapura',
  'a social security number': 'nombor keselamatan sosial',
  'a date of birth': 'tarikh lahir',
  'a payment card number': 'nombor kad pembayaran',
  'the name of somebody you help': 'nama seseorang yang anda bantu',
  'You can only speak for an organisation you belong to.': 'Anda hanya boleh bercakap bagi pihak organisasi anda.',
  'Only the authors can change this idea.': 'Hanya penulis boleh mengubah idea ini.',
  'The text can no longer change: people have promised money to what it says.':
    'Teks tidak boleh berubah lagi: orang telah menjanjikan wang kepada apa yang ditulis.',
  'Somebody else changed it while you were writing. Look at their version, then save again.':
    'Orang lain telah mengubahnya semasa anda menulis. Lihat versi mereka, kemudian simpan sekali lagi.',
  'version {#}': 'versi {#}',
  'An idea that {0} cannot become one that {1}.': 'Idea yang {0} tidak boleh menjadi idea yang {1}.',
  'Something is still needed first.': 'Masih ada yang diperlukan dahulu.',
  'Only the person who logged it can withdraw it.': 'Hanya orang yang merekodkannya boleh menarik balik.',
  'Money is being raised for it. The lead organisation closes the round first, and funders are told why.':
    'Wang sedang dikumpulkan untuknya. Organisasi peneraju menutup pusingan dahulu, dan pembiaya diberitahu sebabnya.',
  'It can no longer be withdrawn.': 'Ia tidak boleh ditarik balik lagi.',
  'Throw away a draft you no longer need first.': 'Buang draf yang tidak diperlukan lagi dahulu.',
  'at most {#} drafts': 'paling banyak {#} draf',
  'This is too long to keep. It is still in your browser; make it shorter.':
    'Ini terlalu panjang untuk disimpan. Ia masih ada dalam pelayar anda; pendekkannya.',
  'This draft belongs to somebody else.': 'Draf ini milik orang lain.',
  'Sign in first.': 'Log masuk dahulu.',
  'Enough people support it.': 'Cukup ramai orang menyokongnya.',
  '{#} vote': '{#} undi',
  '{#} votes': '{#} undi',
  'People vote for it in the name of organisations that the site team has verified.':
    'Orang mengundinya atas nama organisasi yang telah disahkan oleh pasukan laman.',
  '{#} organisation': '{#} organisasi',
  '{#} organisations': '{#} organisasi',
  'An organisation says that it would try it or use it.':
    'Satu organisasi menyatakan bahawa ia akan mencuba atau menggunakannya.',
  'People whose life it is about have been heard: by voting, in user research they agreed to, or in a recorded session.':
    'Orang yang hidupnya terlibat telah didengari: melalui undian, dalam kajian pengguna yang mereka persetujui, atau dalam sesi yang direkodkan.',
  '{#} people, linked research, or a recorded session': '{#} orang, kajian yang dipautkan, atau sesi yang direkodkan',
  'The brief says for whom it is.': 'Taklimat menyatakan untuk siapa ia dibuat.',
  'The brief says what would be better for them.': 'Taklimat menyatakan apa yang akan menjadi lebih baik untuk mereka.',
  'The brief says what would be built, and how.': 'Taklimat menyatakan apa yang akan dibina, dan bagaimana.',
  'The brief says what it would cost, line by line.': 'Taklimat menyatakan kosnya, baris demi baris.',
  'The brief says what could go wrong, for whom, how we would notice and when we would stop.':
    'Taklimat menyatakan apa yang boleh menjadi buruk, bagi siapa, bagaimana kita akan menyedarinya dan bila kita akan berhenti.',
  'The author has chosen an organisation to lead.': 'Penulis telah memilih organisasi untuk menerajui.',
  'Somebody looked for what exists: an offer is accepted, or it is written down why nothing fits.':
    'Seseorang telah mencari apa yang sudah ada: satu tawaran diterima, atau ditulis mengapa tiada yang sesuai.',
  'The authors have answered everybody who said it could make things worse.':
    'Penulis telah menjawab semua orang yang menyatakan ia boleh memburukkan keadaan.',
  'It is drafted what will be shared back, under which licence and when.':
    'Telah didraf apa yang akan dikongsi semula, di bawah lesen apa dan bila.',
  'The site team has verified the lead organisation.': 'Pasukan laman telah mengesahkan organisasi peneraju.',
  'The lead organisation has signed what will be shared back.':
    'Organisasi peneraju telah menandatangani apa yang akan dikongsi semula.',
  'The lead organisation has opened a funding round.': 'Organisasi peneraju telah membuka pusingan pembiayaan.',
  'The funding round has reached its minimum.': 'Pusingan pembiayaan telah mencapai jumlah minimumnya.',
  'Everything that was promised is shared back and checked.':
    'Semua yang dijanjikan telah dikongsi semula dan diperiksa.',
  '{#} promise kept': '{#} janji ditunaikan',
  '{#} promises kept': '{#} janji ditunaikan',
  '{#} promise': '{#} janji',
  '{#} promises': '{#} janji',
  'It is written down what the people who used it said, how many they were, and what changed.':
    'Telah ditulis apa yang dikatakan oleh orang yang menggunakannya, berapa ramai mereka, dan apa yang berubah.',
  'The brief is written by the authors and the lead organisation.':
    'Taklimat ditulis oleh penulis dan organisasi peneraju.',
  'Only the person who logged the idea chooses who leads it.':
    'Hanya orang yang merekodkan idea memilih siapa yang menerajuinya.',
  'There is no such organisation.': 'Tiada organisasi seperti itu.',
  'The brief can no longer change: people have promised money to what it says.':
    'Taklimat tidak boleh berubah lagi: orang telah menjanjikan wang kepada apa yang ditulis.',
  'We do not know this currency.': 'Kami tidak mengenali mata wang ini.',
  'an ISO 4217 code such as GBP': 'kod ISO 4217 seperti GBP',
  'There is no such kind of cost.': 'Tiada jenis kos seperti itu.',
  'Say how much, as an amount above nothing.': 'Nyatakan jumlahnya, lebih daripada sifar.',
  'These amounts add up to more than can be held.': 'Jumlah semua ini melebihi apa yang boleh disimpan.',
  'Use fewer lines.': 'Gunakan lebih sedikit baris.',
  'Sessions are recorded by the authors and the lead organisation.':
    'Sesi direkodkan oleh penulis dan organisasi peneraju.',
  'This idea has ended.': 'Idea ini telah tamat.',
  'Say how many people took part. With fewer than three, what was said would tell who said it.':
    'Nyatakan berapa ramai yang mengambil bahagian. Jika kurang daripada tiga, apa yang dikatakan akan mendedahkan siapa yang mengatakannya.',
  'Give the day it was held, which is not in the future.': 'Beri hari ia diadakan, yang bukan pada masa depan.',
  'Choose what is voted on.': 'Pilih apa yang diundi.',
  'Choose fewer ideas: people in a room tire.': 'Pilih lebih sedikit idea: orang di dalam bilik akan penat.',
  'Say how many people are there.': 'Nyatakan berapa ramai orang yang ada.',
  'End one of your sessions first.': 'Tamatkan salah satu sesi anda dahulu.',
  'at most {#} at once': 'paling banyak {#} serentak',
  'This session is over. You can vote with an account of your own.':
    'Sesi ini sudah tamat. Anda boleh mengundi dengan akaun anda sendiri.',
  'A vote came from this device already. If somebody else uses it now, press “Somebody else votes here”.':
    'Satu undi sudah datang daripada peranti ini. Jika orang lain menggunakannya sekarang, tekan “Orang lain mengundi di sini”.',
  'As many votes came as people were said to be here.': 'Jumlah undi sudah sama dengan jumlah orang yang dinyatakan.',
  'Record a vote only for somebody who asked you to.': 'Rekodkan undi hanya untuk orang yang meminta anda.',
  'You recorded as many votes on this idea as one person may. Open a group session instead.':
    'Anda telah merekodkan undi sebanyak yang dibenarkan bagi seorang. Buka sesi kumpulan.',
  'This idea was merged into another one. Vote there.': 'Idea ini telah digabungkan ke dalam idea lain. Undi di sana.',
  'This idea has ended, so votes on it can no longer change.':
    'Idea ini telah tamat, jadi undian padanya tidak boleh berubah lagi.',
  'You can only speak for an organisation you belong to now.':
    'Anda hanya boleh bercakap bagi pihak organisasi yang anda sertai sekarang.',
  'You wrote this idea. Ask others to say what they think.': 'Anda menulis idea ini. Minta pendapat orang lain.',
  'You have voted on this idea already. Take that vote back first to vote differently.':
    'Anda sudah mengundi idea ini. Tarik balik undi itu dahulu untuk mengundi secara lain.',
  'Open the link we sent to your email address first. One vote a person is only fair if each is a person.':
    'Buka pautan yang kami hantar ke alamat e-mel anda dahulu. Satu undi seorang hanya adil jika setiap undi ialah seorang.',
  'Only people whose life it is about, or who care for them, are asked whether it would not help or could make things worse. Others can write a comment.':
    'Hanya orang yang hidupnya terlibat, atau yang menjaga mereka, ditanya sama ada ia tidak akan membantu atau boleh memburukkan keadaan. Orang lain boleh menulis komen.',
  'Support needs no reason here. Write a comment instead.': 'Sokongan tidak memerlukan sebab di sini. Tulis komen.',
  'You have no vote on this idea.': 'Anda tidak mempunyai undi pada idea ini.',
  'Only the authors of the idea answer what could go wrong.':
    'Hanya penulis idea menjawab apa yang boleh menjadi buruk.',
  'This concern no longer stands: whoever said it took it back.':
    'Kebimbangan ini tidak lagi berkuat kuasa: orang yang menyatakannya telah menarik balik.',
  'Say how many people with this need your organisation serves in a year, as a whole number.':
    'Nyatakan berapa ramai orang dengan keperluan ini yang dilayan organisasi anda dalam setahun, sebagai nombor bulat.',
  '{#} to {#}': '{#} hingga {#}',
  'This organisation has not said that it would try or use it.':
    'Organisasi ini belum menyatakan bahawa ia akan mencuba atau menggunakannya.',
  'It is in the shared library now. Say there that you use it.':
    'Ia sudah ada dalam perpustakaan kongsi. Nyatakan di sana bahawa anda menggunakannya.',
  'An email address leads to one person, and everything here is public for ever.':
    'Alamat e-mel menuju kepada seorang, dan semua di sini terbuka kepada umum selama-lamanya.',
  'A telephone number leads to one person, and strangers may call it.':
    'Nombor telefon menuju kepada seorang, dan orang yang tidak dikenali boleh meneleponnya.',
  'A full UK postcode is about fifteen homes: with an age or a condition beside it, it is one person.':
    'Poskod penuh UK merangkumi kira-kira lima belas rumah: dengan umur atau keadaan di sebelahnya, ia menjadi seorang.',
  'A Singapore postal code is one building.': 'Poskod Singapura ialah satu bangunan.',
  'A street address leads to somebody’s door.': 'Alamat jalan menuju ke pintu seseorang.',
  'A National Insurance number identifies one person and is used for fraud.':
    'Nombor Insurans Kebangsaan mengenal pasti seorang dan digunakan untuk penipuan.',
  'An NHS number identifies one patient.': 'Nombor NHS mengenal pasti seorang pesakit.',
  'A Singapore identity number identifies one person; publishing it is against the law there.':
    'Nombor pengenalan Singapura mengenal pasti seorang; menerbitkannya menyalahi undang-undang di sana.',
  'A US social security number identifies one person and is used for fraud.':
    'Nombor keselamatan sosial AS mengenal pasti seorang dan digunakan untuk penipuan.',
  'A date of birth with a place or a name beside it identifies one person.':
    'Tarikh lahir dengan tempat atau nama di sebelahnya mengenal pasti seorang.',
  'A payment card number is money.': 'Nombor kad pembayaran ialah wang.',
  'Naming somebody you help tells everyone that they needed help.':
    'Menamakan seseorang yang anda bantu memberitahu semua orang bahawa dia memerlukan bantuan.',
  'The site team hid it to look at it, or removed it. It can be changed once it is back.':
    'Pasukan laman menyembunyikannya untuk melihatnya, atau membuangnya. Ia boleh diubah apabila ia kembali.',
  'This looks like {0}. {1} Take it out, or write it once you are signed in and can say that it is nobody’s secret.':
    'Ini kelihatan seperti {0}. {1} Buangkannya, atau tulis selepas anda log masuk dan boleh menyatakan bahawa ia bukan rahsia sesiapa.',
};
