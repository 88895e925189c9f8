package io.vpclocal.protocol.setting;

/** Thrown when the emulator cannot start with a setting. The message names the setting and is shown to the user. */
public final class UnusableSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableSetting(String message) {
        super(message);
    }

    public UnusableSetting(String message, Throwable cause) {
        super(message, cause);
    }
}
