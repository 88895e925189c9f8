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
                    "Closes every open capture window of every flow log, including windows that have not ended. Traffic"
                            + " that is accepted later for the same window makes its own records. The response has the number of"
                            + " flow logs checked and of records delivered, and the reason of each flow log that could not deliver.")
    DeliveryRun.Result flush() {
        return run.flush();
    }
}
