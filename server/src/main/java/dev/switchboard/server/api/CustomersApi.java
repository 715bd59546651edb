package dev.switchboard.server.api;

import dev.switchboard.server.desk.CustomerDesk;
import dev.switchboard.server.desk.CustomerResult;
import dev.switchboard.store.customers.CustomerReads;
import dev.switchboard.store.reads.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Customers: looked up, joined, parted; and authors who are not heard. Any number of a customer's
 * authors names the customer.
 */
@RestController
public final class CustomersApi {
  private static final int MAX_SEARCH_CHARS = 200;

  private final CustomerReads reads;
  private final CustomerDesk desk;

  public CustomersApi(CustomerReads reads, CustomerDesk desk) {
    this.reads = reads;
    this.desk = desk;
  }

  record JoinBody(@Nullable Long author, @Nullable Long customer, @Nullable String agent) {}

  record UndoBody(@Nullable Long join, @Nullable String agent) {}

  record Agent(@Nullable String agent) {}

  /** Authors whose name begins so, or the customer of a case. */
  @GetMapping("/api/v1/customers")
  public Page<CustomerJson.Author> search(@RequestParam String brand, @RequestParam String q) {
    if (q.isBlank() || q.length() > MAX_SEARCH_CHARS) {
      throw new IllegalArgumentException(
          "q must have 1 to %d characters".formatted(MAX_SEARCH_CHARS));
    }
    return new Page<>(reads.search(brand, q.strip()).stream().map(CustomerJson::of).toList(), null);
  }

  @GetMapping("/api/v1/customers/{id}")
  public ResponseEntity<Object> find(@PathVariable long id) {
    return reads
        .find(id)
        .<ResponseEntity<Object>>map(detail -> ResponseEntity.ok(CustomerJson.of(detail)))
        .orElseGet(() -> Problems.noSuch("customer", id));
  }

  /** The customer who wrote last in a case's conversation. */
  @GetMapping("/api/v1/cases/{id}/customer")
  public ResponseEntity<Object> ofCase(@PathVariable long id) {
    return reads
        .findByCase(id)
        .<ResponseEntity<Object>>map(detail -> ResponseEntity.ok(CustomerJson.of(detail)))
        .orElseGet(
            () ->
                Problems.of(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "There is no case %d in which a customer wrote.".formatted(id)));
  }

  @PostMapping("/api/v1/customers/{id}/join")
  public ResponseEntity<Object> join(@PathVariable long id, @RequestBody JoinBody body) {
    Long other = body.author() == null ? body.customer() : body.author();
    return answer(desk.join(id, Needed.number("author", other), Acting.as(body.agent())));
  }

  /** Takes a join back: the one that is named, or the last. */
  @PostMapping("/api/v1/customers/{id}/undo")
  public ResponseEntity<Object> undo(@PathVariable long id, @RequestBody UndoBody body) {
    return answer(desk.undo(id, body.join(), Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/authors/{id}/mute")
  public ResponseEntity<Object> mute(@PathVariable long id, @RequestBody Agent body) {
    return answer(desk.mute(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/authors/{id}/unmute")
  public ResponseEntity<Object> unmute(@PathVariable long id, @RequestBody Agent body) {
    return answer(desk.unmute(id, Acting.as(body.agent())));
  }

  @PostMapping("/api/v1/authors/{id}/spam")
  public ResponseEntity<Object> spam(@PathVariable long id, @RequestBody Agent body) {
    return answer(desk.spam(id, Acting.as(body.agent())));
  }

  private ResponseEntity<Object> answer(CustomerResult result) {
    return switch (result) {
      case CustomerResult.Done(var customer, var cases, var left) ->
          ResponseEntity.ok(
              new CustomerJson.Acted(
                  CustomerJson.of(reads.find(customer).orElseThrow()), cases, left));
      case CustomerResult.Refused(var sentence) ->
          Problems.of(HttpStatus.CONFLICT, "not-possible", sentence);
      case CustomerResult.NoSuch(var sentence) ->
          Problems.of(HttpStatus.NOT_FOUND, "not-found", sentence);
    };
  }
}
