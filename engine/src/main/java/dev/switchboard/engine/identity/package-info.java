/** As whom people answer in public: how they sign, and what they show of themselves. */
@NullMarked
package dev.switchboard.engine.identity;

import org.jspecify.annotations.NullMarked;
