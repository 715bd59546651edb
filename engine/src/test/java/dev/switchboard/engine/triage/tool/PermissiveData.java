package dev.switchboard.engine.triage.tool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The texts that a shipped model may learn from: BANKING77 and the part of CLINC150 in which people
 * ask a company for something, against small talk and what the world says about a disaster.
 */
final class PermissiveData {
  /** Requests that a company's desk would get. */
  private static final Set<String> REQUESTS =
      Set.of(
          "account_blocked",
          "application_status",
          "balance",
          "bill_balance",
          "bill_due",
          "cancel_reservation",
          "card_declined",
          "carry_on",
          "confirm_reservation",
          "credit_limit_change",
          "damaged_card",
          "direct_deposit",
          "expiration_date",
          "flight_status",
          "freeze_account",
          "insurance",
          "insurance_change",
          "interest_rate",
          "international_fees",
          "lost_luggage",
          "min_payment",
          "new_card",
          "order_checks",
          "order_status",
          "pay_bill",
          "pin_change",
          "redeem_rewards",
          "replacement_card_duration",
          "report_fraud",
          "report_lost_card",
          "rewards_balance",
          "routing",
          "sync_device",
          "reset_settings",
          "transactions",
          "travel_notification");

  /** Talk that asks for nothing that a company could do. */
  private static final Set<String> SMALL_TALK =
      Set.of(
          "are_you_a_bot",
          "do_you_have_pets",
          "flip_coin",
          "fun_fact",
          "goodbye",
          "greeting",
          "how_old_are_you",
          "maybe",
          "meaning_of_life",
          "no",
          "play_music",
          "roll_dice",
          "tell_joke",
          "thank_you",
          "what_are_your_hobbies",
          "what_is_your_name",
          "what_song",
          "where_are_you_from",
          "who_do_you_work_for",
          "who_made_you",
          "yes",
          "next_song",
          "whisper_mode",
          "change_accent",
          "weather",
          "recipe",
          "meal_suggestion");

  private PermissiveData() {}

  /** All texts, in the order of the files. */
  static List<Sample> read(Path folder) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String part : List.of("train", "dev", "test")) {
      Table banking = Table.read(folder.resolve("banking/" + part + ".tsv"));
      for (List<String> row : banking.rows()) {
        samples.add(Sample.of(row.get(0), 1, "banking " + row.get(1)));
      }
      Table clinc = Table.read(folder.resolve("clinc/" + part + ".tsv"));
      for (List<String> row : clinc.rows()) {
        if (REQUESTS.contains(row.get(1))) {
          samples.add(Sample.of(row.get(0), 1, "clinc " + row.get(1)));
        } else if (SMALL_TALK.contains(row.get(1))) {
          samples.add(Sample.of(row.get(0), 0, "clinc " + row.get(1)));
        }
      }
    }
    addCrises(Table.read(folder.resolve("crisislex/t26.csv")), samples);
    return samples;
  }

  /** What eyewitnesses and the affected say may be a cry for help: it is left out. */
  private static void addCrises(Table crises, List<Sample> samples) {
    int text = crises.column("text");
    int event = crises.column("event");
    int source = crises.column("source");
    int use = crises.column("informativeness");
    for (List<String> row : crises.rows()) {
      boolean chatter =
          row.get(use).equals("Not related")
              || row.get(use).equals("Related - but not informative");
      if (chatter && !row.get(source).equals("Eyewitness")) {
        samples.add(Sample.of(row.get(text), 0, row.get(event)));
      }
    }
  }
}
