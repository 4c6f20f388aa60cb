/** Licences in plain words: what one may do, what one must do, and what was decided about two of them, and why. */
export const LICENCES: Readonly<Record<string, string>> = {
  'use it for anything': 'menggunakannya untuk apa-apa',
  'use it for anything that is not meant to make money':
    'menggunakannya untuk apa-apa yang tidak bertujuan mendapatkan wang',
  'use it in what you sell': 'menggunakannya dalam apa yang anda jual',
  'change it': 'mengubahnya',
  'pass it on, changed or not': 'menyampaikannya kepada orang lain, diubah atau tidak',
  'pass it on as it is': 'menyampaikannya kepada orang lain tanpa diubah',
  'say who made it and link to the licence': 'menyatakan siapa yang membuatnya dan memberi pautan ke lesennya',
  'keep the copyright and licence notices with it': 'mengekalkan notis hak cipta dan lesen bersamanya',
  'say what you changed': 'menyatakan apa yang anda ubah',
  'name its makers in advertising that mentions it': 'menamakan pembuatnya dalam iklan yang menyebutnya',
  'share the files of it that you change under the same licence, when you pass it on':
    'berkongsi fail yang anda ubah di bawah lesen yang sama, apabila anda menyampaikannya',
  'share your changes to it under the same licence, when you pass it on; what only uses it may have another licence':
    'berkongsi perubahan anda di bawah lesen yang sama, apabila anda menyampaikannya; apa yang hanya menggunakannya boleh mempunyai lesen lain',
  'share the source of everything you build with it under the same licence, when you pass it on':
    'berkongsi kod sumber semua yang anda bina dengannya di bawah lesen yang sama, apabila anda menyampaikannya',
  'offer the source also to those who use it over a network':
    'menawarkan kod sumber juga kepada mereka yang menggunakannya melalui rangkaian',
  'share what you adapt from it under the same licence':
    'berkongsi apa yang anda ubah suai daripadanya di bawah lesen yang sama',
  'share a database that you derive from it under the same licence':
    'berkongsi pangkalan data yang anda terbitkan daripadanya di bawah lesen yang sama',
  'not use it to make money': 'tidak menggunakannya untuk mendapatkan wang',
  'not pass on a changed version': 'tidak menyampaikan versi yang diubah',
  '{0} or any later version': '{0} atau mana-mana versi kemudian',
  '{0}, with the {1}': '{0}, dengan {1}',
  'Whoever receives it may choose one of these.': 'Sesiapa yang menerimanya boleh memilih salah satu daripada ini.',
  'All of these apply, each perhaps to a part.': 'Semua ini terpakai, setiap satu mungkin untuk satu bahagian.',
  'This licence applies.': 'Lesen ini terpakai.',

  '{0}, for the condition {1}: {2}': '{0}, untuk syarat {1}: {2}',
  '{0}, built on {1}: {2}': '{0}, dibina atas {1}: {2}',
  'It is the same licence.': 'Ia lesen yang sama.',
  'It lets whoever receives it choose the version, and the one asked for is among them.':
    'Ia membenarkan penerimanya memilih versi, dan versi yang diminta ada antaranya.',
  'It does not grant every version that is asked for.': 'Ia tidak memberikan setiap versi yang diminta.',
  'Whether its later versions include the one asked for is not in our table.':
    'Sama ada versi kemudiannya merangkumi versi yang diminta tidak ada dalam jadual kami.',
  'Its exception only adds permissions to the licence asked for.':
    'Pengecualiannya hanya menambah kebenaran pada lesen yang diminta.',
  'The permissions of the exception are asked for, and it does not grant them.':
    'Kebenaran dalam pengecualian itu diminta, dan ia tidak memberikannya.',
  'What its exception changes is not in our table.':
    'Apa yang diubah oleh pengecualiannya tidak ada dalam jadual kami.',
  'It is not a licence that the condition names.': 'Ia bukan lesen yang dinamakan oleh syarat itu.',
  'The condition asks for several licences together, and one of them is absent.':
    'Syarat itu meminta beberapa lesen bersama-sama, dan satu daripadanya tiada.',
  'It is not on the SPDX list, so nothing is known about it.':
    'Ia tiada dalam senarai SPDX, jadi tiada apa-apa diketahui tentangnya.',
  'SPDX withdrew this identifier because it did not say enough; a person has to say what was meant.':
    'SPDX menarik balik pengenal ini kerana ia tidak cukup jelas; seseorang perlu menyatakan apa yang dimaksudkan.',
  'It could not be read as a licence expression.': 'Ia tidak dapat dibaca sebagai ungkapan lesen.',
  'The Open Source Initiative approved it.': 'Open Source Initiative meluluskannya.',
  'The Open Source Initiative has not approved it, so it is not open for software.':
    'Open Source Initiative tidak meluluskannya, jadi ia tidak terbuka untuk perisian.',
  'It conforms to the Open Definition.': 'Ia mematuhi Open Definition.',
  'The Open Definition has not reviewed it for data or content.':
    'Open Definition belum menyemaknya untuk data atau kandungan.',
  'It forbids commercial use, so it is not open.': 'Ia melarang penggunaan komersial, jadi ia tidak terbuka.',
  'It forbids sharing changed versions, so it is not open.':
    'Ia melarang perkongsian versi yang diubah, jadi ia tidak terbuka.',
  'It is of the group of licences that the condition names.':
    'Ia daripada kumpulan lesen yang dinamakan oleh syarat itu.',
  'It is not of the group of licences that the condition names.':
    'Ia bukan daripada kumpulan lesen yang dinamakan oleh syarat itu.',
  'It is not in the table of licences that this is decided by.':
    'Ia tiada dalam jadual lesen yang menjadi asas keputusan ini.',
  'No rule here says whether these two go together.':
    'Tiada peraturan di sini yang menyatakan sama ada kedua-duanya boleh digabungkan.',
  'The expression names that licence too, for the part it applies to.':
    'Ungkapan itu juga menamakan lesen tersebut, untuk bahagian yang berkenaan.',
  'It may be built on under another licence as long as its notices stay.':
    'Ia boleh dijadikan asas di bawah lesen lain selagi notisnya dikekalkan.',
  'It asks for nothing in return.': 'Ia tidak meminta apa-apa sebagai balasan.',
  'Version 3 of the GNU licences accepts the terms of Apache-2.0.': 'Versi 3 lesen GNU menerima terma Apache-2.0.',
  'Its patent terms are a restriction that version 2 of the GNU licences does not allow.':
    'Terma patennya ialah sekatan yang tidak dibenarkan oleh versi 2 lesen GNU.',
  'Its advertising clause is a restriction that the outgoing licence does not allow.':
    'Fasal pengiklanannya ialah sekatan yang tidak dibenarkan oleh lesen hasil.',
  'MPL-2.0 names the GNU licences as secondary licences, unless the work says otherwise.':
    'MPL-2.0 menamakan lesen GNU sebagai lesen sekunder, kecuali karya itu menyatakan sebaliknya.',
  'EPL-2.0 allows this only when the component names it as a secondary licence.':
    'EPL-2.0 membenarkannya hanya apabila komponen itu menamakannya sebagai lesen sekunder.',
  'The EUPL names it as a compatible licence.': 'EUPL menamakannya sebagai lesen yang serasi.',
  'The LGPL lets a copy be taken under the GPL.': 'LGPL membenarkan salinan diambil di bawah GPL.',
  'Each allows combining with the other but neither allows relicensing; a person has to look at how they are joined.':
    'Masing-masing membenarkan gabungan dengan yang lain tetapi tidak membenarkan lesennya ditukar; seseorang perlu melihat bagaimana kedua-duanya digabungkan.',
  'Its files keep their licence; whether the rest may have another depends on how the two are joined.':
    'Failnya mengekalkan lesennya; sama ada yang lain boleh mempunyai lesen berbeza bergantung pada cara kedua-duanya digabungkan.',
  'What is built on it has to carry its licence.': 'Apa yang dibina atasnya mesti membawa lesennya.',
  'What is adapted from it has to be shared under its licence.':
    'Apa yang diubah suai daripadanya mesti dikongsi di bawah lesennya.',
  'It forbids commercial use, and the outgoing licence would allow it.':
    'Ia melarang penggunaan komersial, sedangkan lesen hasil membenarkannya.',
  'It forbids sharing what is adapted from it, under any licence.':
    'Ia melarang perkongsian apa yang diubah suai daripadanya, di bawah apa-apa lesen.',
  'It asks to be credited, and the outgoing licence would not ask for that.':
    'Ia meminta penghargaan, sedangkan lesen hasil tidak memintanya.',
  'Creative Commons allows an adaptation of it to carry the outgoing licence.':
    'Creative Commons membenarkan ubah suaiannya membawa lesen hasil.',
  'Creative Commons lists the outgoing licence as compatible.':
    'Creative Commons menyenaraikan lesen hasil sebagai serasi.',
  'The Free Software Foundation says that it is compatible with the GNU GPL.':
    'Free Software Foundation menyatakan bahawa ia serasi dengan GNU GPL.',
  'The OGL says that its terms are compatible with the outgoing licence.':
    'OGL menyatakan bahawa termanya serasi dengan lesen hasil.',
  'Both ask for credit but not in the same way; a person has to see that both can be met.':
    'Kedua-duanya meminta penghargaan tetapi dengan cara berbeza; seseorang perlu memastikan kedua-duanya dapat dipenuhi.',
  'A database derived from it has to carry its licence, something made with it need not; a person has to say which this is.':
    'Pangkalan data yang diterbitkan daripadanya mesti membawa lesennya, sesuatu yang dibuat dengannya tidak perlu; seseorang perlu menyatakan yang mana satu ini.',
  'One is made for software and the other for data or content; a person has to say how they are joined.':
    'Satu dibuat untuk perisian dan satu lagi untuk data atau kandungan; seseorang perlu menyatakan bagaimana kedua-duanya digabungkan.',
  'The imported matrix says that they go together.':
    'Matriks yang diimport menyatakan bahawa kedua-duanya boleh digabungkan.',
  'The imported matrix says that they do not go together.':
    'Matriks yang diimport menyatakan bahawa kedua-duanya tidak boleh digabungkan.',
  'The imported matrix does not know.': 'Matriks yang diimport tidak mengetahuinya.',
  'The imported matrix says that it depends on how the two are joined.':
    'Matriks yang diimport menyatakan bahawa ia bergantung pada cara kedua-duanya digabungkan.',

  'SPDX withdrew {0}; this is one thing it was used for.': 'SPDX menarik balik {0}; ini salah satu kegunaannya dahulu.',
  'If whoever uses it may choose one of them.': 'Jika penggunanya boleh memilih salah satu.',
  'If all of them apply, for instance to different parts.':
    'Jika semuanya terpakai, contohnya untuk bahagian yang berlainan.',
  '“{0}” is a common name for {1}.': '“{0}” ialah nama biasa bagi {1}.',
  'It is spelt almost like {0}.': 'Ejaannya hampir sama dengan {0}.',
  '{0} is not a licence that is known by that name.': '{0} bukan lesen yang dikenali dengan nama itu.',
  '{0} Did you mean {1}?': '{0} Adakah anda maksudkan {1}?',
  'An expression may have {#} characters; this one has {#}.':
    'Satu ungkapan boleh mempunyai {#} aksara; yang ini mempunyai {#}.',
  'There is no licence here. Write one, such as MIT.': 'Tiada lesen di sini. Tulis satu, seperti MIT.',
  'Parentheses may be nested {#} deep.': 'Tanda kurung boleh bersarang sedalam {#}.',
  'An expression may name {#} licences; this one names {#}.':
    'Satu ungkapan boleh menamakan {#} lesen; yang ini menamakan {#}.',
  '“{0}” is not a licence expression. Join licences with AND or OR.':
    '“{0}” bukan ungkapan lesen. Gabungkan lesen dengan AND atau OR.',
  'There are more than {#} ways to take this expression.': 'Ada lebih daripada {#} cara memahami ungkapan ini.',
  'There are too many ways to take these expressions together.':
    'Ada terlalu banyak cara memahami ungkapan-ungkapan ini bersama-sama.',
  'A named condition can be joined to others by OR, not by AND.':
    'Syarat yang dinamakan boleh digabungkan dengan yang lain melalui OR, bukan AND.',
  'There is no condition here.': 'Tiada syarat di sini.',
  'At most {#} conditions can be combined.': 'Paling banyak {#} syarat boleh digabungkan.',
  'At most {#} components can be judged at once.': 'Paling banyak {#} komponen boleh dinilai serentak.',
  'A matrix is an object of rows by outgoing licence.':
    'Matriks ialah objek yang mengandungi baris mengikut lesen hasil.',
  'The row of {0} is not an object.': 'Baris {0} bukan objek.',
  '{0}, {1}: “{2}” is not an entry.': '{0}, {1}: “{2}” bukan nilai yang dibenarkan.',
  'A matrix may have {#} rows.': 'Satu matriks boleh mempunyai {#} baris.',
  'The matrix has no rows.': 'Matriks itu tiada baris.',

  'Its metadata says {0}, the text of its licence says {1}. Somebody has to decide which it is.':
    'Metadatanya menyatakan {0}, teks lesennya menyatakan {1}. Seseorang perlu memutuskan yang mana satu.',
  'Nobody has said which licence it carries.': 'Belum ada sesiapa menyatakan lesennya.',
  'This grant is made under our open offer “{0}”. What it pays for is given back for everyone to use:':
    'Geran ini diberikan di bawah tawaran terbuka kami “{0}”. Apa yang dibiayainya dikembalikan untuk digunakan oleh semua:',
};
