/** As whom people answer: what they chose, what their brand wants, what everybody may read. */
@NullMarked
package dev.switchboard.store.identity;

import org.jspecify.annotations.NullMarked;
