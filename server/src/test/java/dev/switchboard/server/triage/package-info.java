/** Tests of learners and audits, on real PostgreSQL. */
@NullMarked
package dev.switchboard.server.triage;

import org.jspecify.annotations.NullMarked;
