package io.vpclocal.charges;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the use so far would cost at AWS. */
@Tag(name = "charges")
@RestController
class ChargesController {

    private final Charges charges;

    ChargesController(Charges charges) {
        this.charges = charges;
    }

    @GetMapping("/_vpclocal/charges")
    @Operation(
            summary = "What the use so far would cost at AWS",
            description = "Hours of interface endpoints in each Availability Zone by the emulator's clock, data through"
                    + " them, and log data, by account and Region, at the prices of the configuration"
                    + " (vpclocal.charges.*). Flow logs themselves, gateway endpoints, security groups, ACLs and route"
                    + " tables are free.")
    Charges.Statement charges(
            @Parameter(description = "Of this account only") @RequestParam(required = false) @Nullable String account,
            @Parameter(description = "Of this Region only") @RequestParam(required = false) @Nullable String region) {
        return charges.statement(account, region);
    }
}
