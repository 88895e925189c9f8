package io.vpclocal.control;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CallListener;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Records which services have been called. */
@Component
class ServicesInUse implements CallListener {

    private final Set<AwsService> called = ConcurrentHashMap.newKeySet();

    @Override
    public void before(Call call) {
        called.add(call.service());
    }

    /** {@code available} until a service's first call, then {@code running}, as in LocalStack. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        for (AwsService service : AwsService.values()) {
            states.put(service.signingName(), called.contains(service) ? "running" : "available");
        }
        return states;
    }
}
