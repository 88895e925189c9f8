package io.vpclocal.control.request;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.control.request.RequestLogController.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Streams answered calls as server-sent events. */
@Tag(name = "control")
@RestController
class CallStreamController {

    /** How soon a stream ends when the emulator stops. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** How soon a closed client is noticed: a comment is sent every 15 s. */
    private static final int SILENT_ROUNDS = 30;

    private final CallFeed feed;

    /** On one line, since a line of an event is one field of it. */
    private final ObjectWriter json;

    CallStreamController(CallFeed feed, JsonMapper json) {
        this.feed = feed;
        this.json = json.writer().without(SerializationFeature.INDENT_OUTPUT);
    }

    @Operation(
            summary = "Calls as they are answered, as server-sent events",
            description =
                    "Each event 'call' has one call as JSON, as in the list of calls. An event 'missed' has the number"
                            + " of calls left out because the client read too slowly. Each node streams its own calls.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Until the client closes it",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    @GetMapping(path = "/_vpclocal/requests/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestParam(required = false) @Nullable String principal,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable Boolean failed,
            @RequestParam(required = false) @Nullable Boolean denied,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Filter filter = new Filter(principal, account, region, service, action, null, error, failed, denied);
        try (CallFeed.Follower follower = feed.follow()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            OutputStream out = response.getOutputStream();
            write(out, ": open\n\n");
            tell(follower, filter, out);
        }
    }

    private void tell(CallFeed.Follower follower, Filter filter, OutputStream out)
            throws IOException, InterruptedException {
        int silent = 0;
        while (feed.open()) {
            LoggedCall call = follower.next(PATIENCE);
            long missed = follower.missed();
            if (missed > 0) {
                write(out, "event: missed\ndata: " + missed + "\n\n");
            }
            if (call != null && filter.fits(call)) {
                write(out, "event: call\ndata: " + json.writeValueAsString(call) + "\n\n");
                silent = 0;
            } else if (call == null && ++silent == SILENT_ROUNDS) {
                write(out, ": still here\n\n");
                silent = 0;
            }
        }
    }

    private static void write(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
