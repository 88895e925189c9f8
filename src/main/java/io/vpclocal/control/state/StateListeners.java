package io.vpclocal.control.state;

import io.vpclocal.protocol.ResetListener;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notifies the modules that their cached state is invalid. */
@Component
class StateListeners {

    private final List<ResetListener> listeners;

    StateListeners(List<ResetListener> listeners) {
        this.listeners = listeners;
    }

    /** Notifies all, even if one fails, and throws the first failure. */
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
