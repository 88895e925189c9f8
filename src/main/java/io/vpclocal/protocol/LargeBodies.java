package io.vpclocal.protocol;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;

/** Knows the requests whose bodies may be larger than those of the emulator's own actions. */
public interface LargeBodies {

    /** The body is read while it arrives, however large it is. */
    long STREAMED = -1;

    /**
     * @return the number of body bytes to wait for before the request continues, or {@link #STREAMED}; empty for requests
     *     of others
     */
    OptionalLong largest(HttpServletRequest request);

    /**
     * Writes the error of a request whose body did not arrive in time or cannot be read, as its service would.
     *
     * @return false for requests of others; nothing was written then
     */
    default boolean refuse(HttpServletRequest request, HttpServletResponse response, AwsException error)
            throws IOException {
        return false;
    }
}
