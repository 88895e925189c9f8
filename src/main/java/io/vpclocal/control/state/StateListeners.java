package io.vpclocal.control.state;

import io.vpclocal.protocol.ResetListener;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the modules that what they remember is no longer true. */
@Component
class StateListeners {

    private final List<ResetListener> listeners;

    StateListeners(List<ResetListener> listeners) {
        this.listeners = listeners;
    }

    /** All are told, also if one fails; the first failure is thrown. */
    void tell(@Nullable String account, @Nullable String region) {
        RuntimeException failure = null;
        for (ResetListener listener : listeners) {
            try {
                listener.reset(account, region);
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
