package dev.switchboard.server.demo;

/**
 * What the agents did so far.
 *
 * @param replies queued
 * @param collisions claims refused, since somebody was quicker
 * @param movedOn replies refused, since the customer had written meanwhile; read and tried again
 * @param claimsLost replies and heartbeats refused, since the claim was gone
 * @param releases cases handed back
 * @param closed cases closed after an answer
 * @param closedUnanswered cases closed without one: spam, reposts, what was withdrawn
 * @param failures calls that failed, such as the database being away
 */
public record AgentWork(
    long replies,
    long collisions,
    long movedOn,
    long claimsLost,
    long releases,
    long notes,
    long closed,
    long closedUnanswered,
    long failures) {}
