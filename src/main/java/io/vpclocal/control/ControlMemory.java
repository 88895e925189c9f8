package io.vpclocal.control;

/** State that the control API keeps in memory. It stays when a snapshot is restored. */
public interface ControlMemory {

    /** Called after a reset, before any other call runs. */
    void forget(StateReset reset);
}
