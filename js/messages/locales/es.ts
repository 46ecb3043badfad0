import type { Texts } from "../texts.js";

export default {
  requestTitle: "Restablece tu contraseña",
  requestIntro:
    "Escribe tu correo electrónico o nombre de usuario y te enviaremos un enlace para crear una contraseña nueva.",
  username: "Correo electrónico o nombre de usuario",
  usernameRequired: "Escribe tu correo electrónico o nombre de usuario.",
  usernameInvalid: "Esto no parece un correo electrónico ni un nombre de usuario. Revísalo e inténtalo de nuevo.",
  addressUnusual: "Revisa la dirección. Contiene caracteres que no deberían estar ahí.",
  send: "Enviar el enlace",
  sendAgain: "Enviar de nuevo",
  working: "Un momento, por favor…",
  cancel: "Cancelar",
  sentTitle: "Revisa tu correo",
  sent: "Si existe una cuenta con esos datos, recibirás un correo con un enlace para crear una contraseña nueva. Puede tardar unos minutos. Mira también en la carpeta de spam.",
  useAnother: "Usar otra dirección",
  tryAgain: "Intentar de nuevo",
  waitSeconds: {
    one: "Podrás volver a intentarlo en {count} segundo.",
    many: "Podrás volver a intentarlo en {count} de segundos.",
    other: "Podrás volver a intentarlo en {count} segundos.",
  },
  waitMinutes: {
    one: "Podrás volver a intentarlo en {count} minuto.",
    many: "Podrás volver a intentarlo en {count} de minutos.",
    other: "Podrás volver a intentarlo en {count} minutos.",
  },
  misconfigured:
    "El restablecimiento de contraseñas no está bien configurado aquí. Ponte en contacto con el soporte del juego.",
  rateLimited: "Demasiadas solicitudes. Espera un poco antes de volver a intentarlo.",
  offline: "No tienes conexión. Podrás continuar en cuanto vuelva.",
  network: "No podemos conectar con el servicio. Comprueba tu conexión e inténtalo de nuevo.",
  requestTimeout: "La respuesta tarda demasiado. Busca nuestro correo antes de intentarlo otra vez: aún puede llegar.",
  cancelled: "Cancelado. Si tu solicitud ya nos había llegado, sigue en pie.",
  failed: "Algo ha fallado por nuestra parte. Inténtalo de nuevo en unos minutos.",
  notLoaded: "El formulario no funciona en este navegador. Actualiza el navegador o prueba con otro.",
  newPassword: "Contraseña nueva",
  passwordRule: "Usa de {min} a {max} caracteres.",
  passwordAdvice: "Unas cuantas palabras al azar forman una contraseña segura y fácil de recordar.",
  showPassword: "Mostrar contraseña",
  hidePassword: "Ocultar contraseña",
  capsLock: "El bloqueo de mayúsculas está activado.",
  outerSpaces: "Tu contraseña empieza o termina con un espacio.",
  setPassword: "Guardar contraseña nueva",
  passwordSet: "Se ha cambiado tu contraseña. Ya puedes iniciar sesión con ella.",
  passwordRefused: "Esta contraseña no se ha aceptado. Elige otra, por favor.",
  passwordOrLinkRefused:
    "No se ha aceptado la contraseña o el enlace. Prueba con otra contraseña o pide un enlace nuevo.",
  linkDead: "Este enlace ya no funciona. Cada enlace sirve una sola vez y durante un tiempo limitado. Pide uno nuevo.",
  confirmTimeout:
    "La respuesta tarda demasiado. Intenta iniciar sesión con la contraseña nueva: puede que ya esté guardada.",
} satisfies Texts;
