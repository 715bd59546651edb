/** Changes of the company's systems, incidents, and what is needed to go on with them. */
@NullMarked
package dev.switchboard.store.incidents;

import org.jspecify.annotations.NullMarked;
