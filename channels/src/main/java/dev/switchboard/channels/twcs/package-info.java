/** The customer support export in the layout of Kaggle's twcs. */
@NullMarked
package dev.switchboard.channels.twcs;

import org.jspecify.annotations.NullMarked;
