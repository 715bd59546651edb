/** Customers and their authors: what was joined, who is muted, and what they wrote before. */
@NullMarked
package dev.switchboard.store.customers;

import org.jspecify.annotations.NullMarked;
