package io.vpclocal.protocol;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;

/** Knows the requests whose bodies may be larger than those of the emulator's own actions. */
public interface LargeBodies {

    /** The body is read while it arrives, however large it is. */
    long STREAMED = -1;

    /**
     * @return the bytes of the body that are awaited before the request goes on, or {@link #STREAMED}; empty for requests
     *     of others
     */
    OptionalLong largest(HttpServletRequest request);
}
