/** What people do with cases, written in one transaction each. */
@NullMarked
package dev.switchboard.store.desk;

import org.jspecify.annotations.NullMarked;
