/** Texts in files with named columns, row by row: what models learn from and are asked about. */
@NullMarked
package dev.switchboard.channels.table;

import org.jspecify.annotations.NullMarked;
