package dev.switchboard.server.demo;

import java.util.Random;

/** Lines that a broken sender sends. Each must be refused. */
final class Garbling {
  private static final int KINDS = 6;

  private Garbling() {}

  static String line(String id, Random random) {
    return switch (random.nextInt(KINDS)) {
      case 0 -> "<html><body><h1>502 Bad Gateway</h1></body></html>";
      case 1 -> "{\"id\":\"" + id + "\",\"channel\":\"x:@auroraair\",\"author\":\"@cut";
      case 2 ->
          "{\"id\":\""
              + id
              + "\",\"channel\":\"x:@auroraair\",\"text\":\"Who wrote this?\","
              + "\"createdAt\":\"2026-01-31T08:00:00Z\"}";
      case 3 ->
          "{\"id\":\""
              + id
              + "\",\"channel\":\"auroraair\",\"author\":\"@lost_network\","
              + "\"text\":\"Where was this?\",\"createdAt\":\"2026-01-31T08:00:00Z\"}";
      case 4 ->
          "{\"id\":\""
              + id
              + "\",\"channel\":\"x:@auroraair\",\"author\":\"@time_traveller\","
              + "\"text\":\"When was this?\",\"createdAt\":\"yesterday\"}";
      default ->
          "{\"channel\":\"x:@auroraair\",\"author\":\"@no_number\","
              + "\"text\":\"Which one is this?\",\"createdAt\":\"2026-01-31T08:00:00Z\"}";
    };
  }
}
