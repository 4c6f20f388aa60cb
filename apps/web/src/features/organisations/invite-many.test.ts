import { expect, it } from '@jest/globals';
import { readPeople } from './invite-many.js';

it('reads a list as a spreadsheet saves it, whatever separates its columns', () => {
  expect(
    readPeople('email,role\n"a@people.example",admin\nb@people.example;approver admin\n\nnobody\nc@people.example\n'),
  ).toEqual([
    { line: 2, email: 'a@people.example', roles: ['MEMBER', 'ADMIN'] },
    { line: 3, email: 'b@people.example', roles: ['MEMBER', 'APPROVER', 'ADMIN'] },
    { line: 6, email: 'c@people.example', roles: ['MEMBER'] },
  ]);
});

it('never invites more than a hundred at once', () => {
  expect(readPeople('a@people.example\n'.repeat(300))).toHaveLength(100);
});
