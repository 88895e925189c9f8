package io.vpclocal.flowlog.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "flowlog")
class FlushController {

    private final DeliveryRun run;

    FlushController(DeliveryRun run) {
        this.run = run;
    }

    @PostMapping("/_vpclocal/flow-logs/flush")
    @Operation(
            summary = "Delivers all accepted traffic at once",
            description =
                    "Closes every open capture window of every flow log, also those that are not over yet. Traffic"
                            + " accepted later for the same window makes records of its own. Answers how many flow logs were"
                            + " looked at, how many records were delivered, and which flow logs could not deliver, and why.")
    DeliveryRun.Result flush() {
        return run.flush();
    }
}
