/** What the console and the API show: plain records read in one query each. */
@NullMarked
package dev.switchboard.store.reads;

import org.jspecify.annotations.NullMarked;
