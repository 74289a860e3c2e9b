/* In the singular basis both objectives fall apart into one per mode, in the estimate's coordinate x. */

/** The teacher's objective in one mode, for a candidate coordinate x. */
export const teacherObjective = "(s_j*(z_j - x)^2 + lambda*x^2)/2";

/** The student's objective in one mode, for a candidate coordinate x. */
export const studentObjective = "(s_j*(xi*(a_j*z_j - x)^2 + (1 - xi)*(z_j - x)^2) + lambda*x^2)/2";
