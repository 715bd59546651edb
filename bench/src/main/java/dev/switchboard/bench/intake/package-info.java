/** How fast posts come in, beside a bare COPY of the same rows and beside empty requests. */
@NullMarked
package dev.switchboard.bench.intake;

import org.jspecify.annotations.NullMarked;
