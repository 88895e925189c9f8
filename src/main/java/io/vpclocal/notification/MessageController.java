package io.vpclocal.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.control.ControlErrors;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the messages that were published to topics, or recorded without publishing. */
@Tag(name = "control")
@RestController
class MessageController {

    private static final int LONGEST = 1000;

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param account the account of the notification
     * @param message the published text
     * @param outcome {@code recorded} where no SNS endpoint is set, {@code pending}, {@code published} or {@code
     *     failed}
     * @param messageId the id that SNS returned
     * @param failure why publishing failed; null unless it did
     */
    @Schema(name = "ConnectionMessage")
    record View(
            Instant time,
            String account,
            String region,
            String connectionNotificationId,
            String topicArn,
            String event,
            String serviceId,
            String vpcEndpointId,
            String vpcEndpointOwner,
            String message,
            String outcome,
            @Nullable String messageId,
            @Nullable String failure) {

        static View of(MessageEntity message) {
            return new View(
                    message.createdAt(),
                    message.account(),
                    message.region(),
                    message.notificationId(),
                    message.topicArn(),
                    message.event(),
                    message.serviceId(),
                    message.endpointId(),
                    message.endpointOwner(),
                    message.text(),
                    message.outcome().name().toLowerCase(Locale.ROOT),
                    message.messageId(),
                    message.failure());
        }
    }

    @Operation(
            summary = "The messages of connection notifications, newest first",
            description = "Recorded in the event's transaction, and published to the topic if vpclocal.sns.endpoint"
                    + " is set. The last 1000 of each account are kept.")
    @GetMapping("/_vpclocal/notifications")
    List<View> messages(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false, defaultValue = "100") int limit) {
        if (limit < 1 || limit > LONGEST) {
            throw ControlErrors.wrongParameter("limit", limit, "a number from 1 to " + LONGEST);
        }
        PageRequest page = PageRequest.of(0, limit);
        return (account == null ? messages.newest(page) : messages.newestOf(account, page))
                .stream().map(View::of).toList();
    }
}
