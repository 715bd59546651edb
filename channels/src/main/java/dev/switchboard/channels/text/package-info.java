/** How long a text is as each network counts, and entities in exported texts. */
@NullMarked
package dev.switchboard.channels.text;

import org.jspecify.annotations.NullMarked;
