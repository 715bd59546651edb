/** What people do with cases, carried out: load, decide, save, in one transaction. */
@NullMarked
package dev.switchboard.server.desk;

import org.jspecify.annotations.NullMarked;
