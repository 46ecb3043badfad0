import { createRoot } from "react-dom/client";
import { ResetForm } from "./reset-form.jsx";

createRoot(document.getElementById("app")).render(<ResetForm />);
