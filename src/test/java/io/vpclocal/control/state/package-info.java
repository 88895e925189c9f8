@NullMarked
package io.vpclocal.control.state;

import org.jspecify.annotations.NullMarked;
