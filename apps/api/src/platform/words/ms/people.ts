/** What is said about people, their accounts and their organisations. */
export const PEOPLE: Readonly<Record<string, string>> = {
  'This person is no longer in the organisation.': 'Orang ini tidak lagi dalam organisasi itu.',
  'You proposed this yourself. Somebody else has to confirm it.':
    'Anda sendiri yang mencadangkannya. Orang lain perlu mengesahkannya.',
  'This is about you. Somebody else has to confirm it.': 'Ini mengenai anda. Orang lain perlu mengesahkannya.',
  'An approver of the organisation confirms this; where there is no other, somebody of the site team who is not in it.':
    'Seorang pelulus organisasi mengesahkannya; jika tiada yang lain, seorang ahli pasukan laman yang bukan ahlinya.',
  'The site team verifies organisations.': 'Pasukan laman mengesahkan organisasi.',
  'You belong to this organisation, or did within the last year. Somebody else of the site team has to decide.':
    'Anda ahli organisasi ini, atau pernah menjadi ahli dalam tahun lepas. Ahli pasukan laman yang lain perlu memutuskan.',
  'This organisation is verified already.': 'Organisasi ini sudah disahkan.',
  'An admin of the organisation has to ask for it first.': 'Seorang pentadbir organisasi perlu memintanya dahulu.',
  'Say why, so that they know what to mend.': 'Nyatakan sebabnya, supaya mereka tahu apa yang perlu dibaiki.',
  'You looked at it first. Somebody else of the site team confirms it, or you can when the notice has passed.':
    'Anda yang melihatnya dahulu. Ahli pasukan laman yang lain mengesahkannya, atau anda boleh selepas tempoh notis tamat.',
  'Only an admin of the organisation can do this.': 'Hanya pentadbir organisasi boleh melakukannya.',
  'Make the text shorter.': 'Pendekkan teks ini.',
  'The text holds characters that cannot be seen. Type it again instead of pasting it.':
    'Teks ini mengandungi aksara yang tidak dapat dilihat. Taip semula dan jangan tampal.',
  'This is no address of a site. Write it like https://riverside.example.':
    'Ini bukan alamat laman. Tulisnya seperti https://riverside.example.',
  'That is enough new organisations for one day. Try again tomorrow.':
    'Cukup organisasi baharu untuk satu hari. Cuba lagi esok.',
  'The amount cannot be below nothing.': 'Jumlah tidak boleh kurang daripada sifar.',
  'There is no such link.': 'Tiada pautan seperti itu.',
  'No more mail is sent to you.': 'Tiada lagi e-mel dihantar kepada anda.',
  'This does not look like an email address.': 'Ini tidak kelihatan seperti alamat e-mel.',
  'Somebody with this address is in the organisation already.':
    'Seseorang dengan alamat ini sudah ada dalam organisasi itu.',
  'Too many invitations wait for an answer.': 'Terlalu banyak jemputan menunggu jawapan.',
  'This invitation was accepted already.': 'Jemputan ini sudah diterima.',
  'This invitation was taken back or replaced by a newer one.':
    'Jemputan ini telah ditarik balik atau diganti dengan yang lebih baharu.',
  'This invitation is too old. Ask for a new one.': 'Jemputan ini sudah terlalu lama. Minta yang baharu.',
  'This invitation was sent to another address than yours. Sign in with the address it was sent to.':
    'Jemputan ini dihantar ke alamat yang bukan milik anda. Log masuk dengan alamat yang menerimanya.',
  'You are in this organisation already.': 'Anda sudah ada dalam organisasi ini.',
  'This person is not in the organisation.': 'Orang ini tiada dalam organisasi itu.',
  'Somebody has to look after the organisation. Make another person admin first.':
    'Seseorang perlu menjaga organisasi ini. Jadikan orang lain pentadbir dahulu.',
  'These are the roles already.': 'Inilah peranan yang sudah ada.',
  'Say how the site team can see that you act for this organisation.':
    'Nyatakan bagaimana pasukan laman boleh melihat bahawa anda bertindak bagi pihak organisasi ini.',
  'The organisation is verified already.': 'Organisasi itu sudah disahkan.',
  'This was asked for already and is being looked at.': 'Ini sudah diminta dan sedang dilihat.',
  'This register is not known here.': 'Daftar ini tidak dikenali di sini.',
  'Numbers of the register "{0}" look different.': 'Nombor daftar "{0}" berbentuk lain.',
  'like {0}': 'seperti {0}',
  'Write a name.': 'Tulis nama.',
  'Make the name shorter.': 'Pendekkan nama.',
  'The name contains characters that cannot be seen. Type it instead of pasting it.':
    'Nama ini mengandungi aksara yang tidak dapat dilihat. Taipnya dan jangan tampal.',
  'The name needs at least one letter or number, with at most four marks on each.':
    'Nama memerlukan sekurang-kurangnya satu huruf atau nombor, dengan paling banyak empat tanda pada setiap satu.',
  'Make the handle longer.': 'Panjangkan nama pengguna.',
  'Make the handle shorter.': 'Pendekkan nama pengguna.',
  'A handle has small letters a to z, numbers and single hyphens, and begins with a letter.':
    'Nama pengguna terdiri daripada huruf kecil a hingga z, nombor dan sempang tunggal, dan bermula dengan huruf.',
  'This handle would look like the site speaking. Choose another.':
    'Nama pengguna ini kelihatan seperti laman yang bercakap. Pilih yang lain.',
  'Somebody else has this handle. Choose another.': 'Orang lain menggunakan nama ini. Pilih yang lain.',
  'Make the text about you shorter.': 'Pendekkan teks tentang anda.',
  'Choose one of the years offered, or that you would rather not say.':
    'Pilih salah satu tahun yang diberi, atau bahawa anda tidak mahu menyatakannya.',
  'Type your handle to say that you mean it.': 'Taip nama pengguna anda untuk mengesahkan niat anda.',
  'You are the last admin of {0}. Make somebody else admin first.':
    'Anda pentadbir terakhir {0}. Jadikan orang lain pentadbir dahulu.',
  'You are the last person of the site team. Somebody else has to join it first.':
    'Anda ahli terakhir pasukan laman. Orang lain perlu menyertainya dahulu.',
  'Hand on first: {0}.': 'Serahkan dahulu: {0}.',
  'This account was deleted already.': 'Akaun ini sudah dipadamkan.',
  'Choose at least one thing the token may be used for.': 'Pilih sekurang-kurangnya satu kegunaan token ini.',
  'A token works for one day to one year.': 'Token berfungsi selama satu hari hingga satu tahun.',
  'End a token you no longer need first.': 'Tamatkan token yang tidak diperlukan lagi dahulu.',
  'at most {#} tokens': 'paling banyak {#} token',
  'Another organisation publishes under this prefix.': 'Organisasi lain menerbitkan di bawah awalan ini.',
  'This is no prefix of 360Giving.': 'Ini bukan awalan 360Giving.',
  'Only the site team does this.': 'Hanya pasukan laman melakukannya.',
  'You cannot turn to this person by name. Only those who share a project with them can.':
    'Anda tidak boleh memanggil orang ini dengan nama. Hanya mereka yang berkongsi projek dengannya boleh.',
};
