/** Tests of files of people. */
@NullMarked
package dev.switchboard.channels.staff;

import org.jspecify.annotations.NullMarked;
