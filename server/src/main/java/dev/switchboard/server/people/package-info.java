/** Accounts, sign-in, sessions, keys, and the streams that end with them. Knows no web. */
@NullMarked
package dev.switchboard.server.people;

import org.jspecify.annotations.NullMarked;
