/** Learning on the job: what agents do is the label; what comes out are immutable models. */
@NullMarked
package dev.switchboard.engine.triage.learn;

import org.jspecify.annotations.NullMarked;
