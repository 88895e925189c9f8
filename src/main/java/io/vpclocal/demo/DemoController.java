package io.vpclocal.demo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.demo.DemoNetwork.Built;
import io.vpclocal.demo.DemoScript.Hint;
import io.vpclocal.protocol.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Builds and describes the demo network. */
@Tag(name = "control")
@RestController
class DemoController {

    private final DemoNetwork network;
    private final boolean openKeys;

    DemoController(DemoNetwork network, @Value("${vpclocal.identity.open-root-keys:true}") boolean openKeys) {
        this.network = network;
        this.openKeys = openKeys;
    }

    /**
     * The demo network.
     *
     * @param made the number of steps that created something; 0 if the network was complete
     * @param consumer the account of the network
     * @param provider the account whose endpoint service the network uses
     * @param ids the ids of its resources, by name
     * @param user a user with too few permissions
     * @param next commands to try
     */
    record Demo(
            int made,
            String consumer,
            String provider,
            String region,
            String user,
            String logGroup,
            Map<String, String> ids,
            List<Hint> next)
            implements PlainText {

        @Override
        public String plainText() {
            StringBuilder text = new StringBuilder(
                    made == 0 ? "The demo network already exists.\n\n" : "The demo network is ready.\n\n");
            ids.forEach((name, id) -> text.append("  %-24s %s%n".formatted(name, id)));
            text.append("\nTry:\n");
            next.forEach(hint -> text.append("\n# ")
                    .append(hint.what())
                    .append('\n')
                    .append(hint.command())
                    .append('\n'));
            return text.toString();
        }
    }

    @Operation(
            summary = "Build a small demo network",
            description =
                    "Public and private subnets, a NAT gateway, gateway and interface endpoints, an endpoint service of"
                            + " a second account, a user with too few permissions, a flow log, and some traffic, part of it"
                            + " rejected. Ids are the same in every emulator. Existing resources are kept.")
    @PostMapping("/_vpclocal/demo")
    Demo build(HttpServletRequest request) {
        if (!openKeys) {
            throw DemoErrors.closedKeys();
        }
        Built built = network.build();
        built.names().put("url", request.getRequestURL().toString().replaceFirst("/_vpclocal/.*", ""));
        List<Hint> next = built.script().next().stream()
                .map(hint -> new Hint(hint.what(), built.names().fill(hint.command())))
                .toList();
        List.of("url", "region", "consumer", "provider").forEach(built.names().all()::remove);
        return new Demo(
                built.made(),
                DemoNetwork.CONSUMER,
                DemoNetwork.PROVIDER,
                built.region(),
                DemoNetwork.USER,
                "/demo/flow-logs",
                built.names().all(),
                next);
    }
}
