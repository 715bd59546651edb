/** Files of a company's people, as spreadsheets export them. */
@NullMarked
package dev.switchboard.channels.staff;

import org.jspecify.annotations.NullMarked;
